"""Identity as the tests' scripts need it: a session with a token of a project."""
import requests


def session(identity, user, password, project):
    domain = {"id": "default"}
    reply = requests.post(
        identity + "/auth/tokens",
        json={
            "auth": {
                "identity": {
                    "methods": ["password"],
                    "password": {"user": {"name": user, "domain": domain, "password": password}},
                },
                "scope": {"project": {"name": project, "domain": domain}},
            }
        },
        timeout=60,
    )
    reply.raise_for_status()
    made = requests.Session()
    made.headers["X-Auth-Token"] = reply.headers["X-Subject-Token"]
    return made
