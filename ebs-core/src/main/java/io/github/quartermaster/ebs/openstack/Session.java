package io.github.quartermaster.ebs.openstack;

/** What Keystone gave for a login: a token, which is a secret, and where the services are. */
record Session(String token, Catalog catalog) {
  @Override
  public String toString() {
    return "Session" + catalog.regions();
  }
}
