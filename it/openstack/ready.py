"""Waits until every part of each Cinder is up and its pool known, then names a volume type. Called by start.sh."""
import sys
import time

import requests
from identity import session

identity, password, *addresses = sys.argv[1:]
admin = session(identity, "admin", password, "admin")
wanted = {"cinder-scheduler", "cinder-volume", "cinder-backup"}
end = time.monotonic() + 300


def state(address):
    try:
        services = admin.get(f"{address}/os-services", timeout=60).json()["services"]
        pools = admin.get(f"{address}/scheduler-stats/get_pools", timeout=60).json()["pools"]
    except (requests.RequestException, ValueError, KeyError):
        return set(), []
    return {service["binary"] for service in services if service["state"] == "up"}, pools


for address in addresses:
    up, pools = state(address)
    while not (wanted <= up and pools):
        if time.monotonic() > end:
            sys.exit(f"{address} is not ready: {sorted(wanted - up)} not up, {len(pools)} pools")
        time.sleep(0.5)
        up, pools = state(address)
    admin.post(
        f"{address}/types",
        json={"volume_type": {"name": "nfs", "extra_specs": {"volume_backend_name": "nfs"}}},
        timeout=150,
    ).raise_for_status()
