"""Makes the projects, users and endpoints that the tests use. Called by start.sh."""
import sys

from identity import session

identity, password, *addresses = sys.argv[1:]
admin = session(identity, "admin", password, "admin")


def make(kind, singular, **values):
    reply = admin.post(f"{identity}/{kind}", json={singular: values}, timeout=150)
    reply.raise_for_status()
    return reply.json()[singular]["id"]


def grant(project, user, *names):
    for name in names:
        admin.put(
            f"{identity}/projects/{project}/users/{user}/roles/{roles[name]}", timeout=150
        ).raise_for_status()


def make_user(name, project, *names):
    user = make("users", "user", name=name, domain_id="default", password=password)
    grant(project, user, *names)


roles = {
    role["name"]: role["id"]
    for role in admin.get(f"{identity}/roles", timeout=150).json()["roles"]
}
if "service" not in roles:
    roles["service"] = make("roles", "role", name="service")
service = make("projects", "project", name="service", domain_id="default")
demo = make("projects", "project", name="demo", domain_id="default")
make_user("cinder", service, "admin", "service")
make_user("demo", demo, "member", "reader")
administrator = admin.get(f"{identity}/users?name=admin", timeout=150).json()["users"][0]["id"]
grant(demo, administrator, "admin")

for kind in ("block-storage", "volumev3"):
    volumes = make("services", "service", type=kind, name=kind)
    for address in addresses:
        region, url = address.split("=", 1)
        for interface in ("public", "internal"):
            make(
                "endpoints",
                "endpoint",
                service_id=volumes,
                interface=interface,
                region_id=region,
                url=url,
            )
