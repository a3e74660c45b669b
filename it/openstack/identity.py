"""Identity as the tests' scripts need it: a session with a token of a project."""
import time

import requests


def session(identity, user, password, project):
    """Logs in; a Keystone that has just been started may take its time on a busy machine."""
    domain = {"id": "default"}
    login = {
        "auth": {
            "identity": {
                "methods": ["password"],
                "password": {"user": {"name": user, "domain": domain, "password": password}},
            },
            "scope": {"project": {"name": project, "domain": domain}},
        }
    }
    end = time.monotonic() + 300
    while True:
        try:
            reply = requests.post(identity + "/auth/tokens", json=login, timeout=150)
            reply.raise_for_status()
            break
        except (requests.ConnectionError, requests.Timeout):
            if time.monotonic() > end:
                raise
    made = requests.Session()
    made.headers["X-Auth-Token"] = reply.headers["X-Subject-Token"]
    return made
