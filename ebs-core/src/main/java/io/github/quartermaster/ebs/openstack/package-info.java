/**
 * OpenStack's block storage, Cinder, behind the port: plain HTTP and JSON, since no Java client
 * knows backups, microversions and metadata whole. The only place that knows Cinder and Keystone.
 */
@NullMarked
package io.github.quartermaster.ebs.openstack;

import org.jspecify.annotations.NullMarked;
