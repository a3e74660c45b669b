#!/usr/bin/env bash
# Starts a real Keystone and the Cinders of two regions for the integration tests, all on loopback
# and all below one folder; installs nothing. stop.sh ends them. When it is ready, the folder has a
# clouds.yaml with the clouds "demo" (a member) and "admin" (the same project, as administrator).
#
#   start.sh FOLDER
#
# The programs are those of Debian 12's packages cinder-api, cinder-scheduler, cinder-volume,
# cinder-backup, dmidecode (without which a backup dies), keystone, mariadb-server, python3-pymysql, rabbitmq-server, nfs-common, qemu-utils
# and sudo. What is not as elsewhere: the NFS share is a folder that is mounted onto itself, and
# there is no Nova, so that volumes are never attached.
set -euo pipefail
umask 077

readonly home=$(realpath -m "$1")
readonly regions=(one two)
readonly password=for-tests-on-loopback-only

export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
unset PYTHONPATH PYENV_VERSION

fail() {
  echo "start.sh: $1" >&2
  exit 1
}

[ "$(id -u)" -eq 0 ] || fail "needs root, to mount a folder"
[ ! -e "$home/pids" ] || fail "something may be running in $home: call stop.sh first"
mkdir -p "$home"/{pids,logs,keystone/fernet,keystone/credential,rabbit,database,backups,locks}
chmod 755 "$home"

# ports that nobody has now, all held at once so that each is another
read -r -a ports < <(python3 - 8 <<'PYTHON'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for each in held:
    each.bind(("127.0.0.1", 0))
print(*(each.getsockname()[1] for each in held))
PYTHON
)
readonly epmd_port=${ports[0]} rabbit_port=${ports[1]} rabbit_distribution_port=${ports[2]}
readonly database_port=${ports[3]} keystone_port=${ports[4]}
declare -rA cinder_ports=([one]=${ports[5]} [two]=${ports[6]})
readonly identity=http://127.0.0.1:$keystone_port/v3
readonly database=mysql+pymysql://tests:tests@127.0.0.1:$database_port

# background NAME COMMAND...: a process group of its own, noted for stop.sh
background() {
  local name=$1
  shift
  setsid "$@" >>"$home/logs/$name.log" 2>&1 </dev/null &
  echo $! >"$home/pids/$name"
}

# until_true SECONDS NAME COMMAND...: waits for a command to succeed while a process lives
until_true() {
  local tries=$(($1 * 5)) name=$2
  shift 2
  while ! "$@" >/dev/null 2>&1; do
    kill -0 "$(cat "$home/pids/$name")" 2>/dev/null || fail "$name has died; $home/logs/$name.log: $(tail -5 "$home/logs/$name.log")"
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "$name is not ready; see $home/logs/$name.log"
    sleep 0.2
  done
}

# logged PROGRAM ARGUMENT...: its words go to a log of its name
logged() {
  local log=$home/logs/$1.log
  "$@" >>"$log" 2>&1 || fail "$* failed; $log: $(tail -5 "$log")"
}

listens() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1")
}

start_rabbitmq() {
  export HOME=$home/rabbit
  export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$epmd_port
  export RABBITMQ_NODENAME=tests@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
  export RABBITMQ_NODE_PORT=$rabbit_port RABBITMQ_DIST_PORT=$rabbit_distribution_port
  export RABBITMQ_MNESIA_BASE=$home/rabbit/mnesia RABBITMQ_LOG_BASE=$home/logs
  export RABBITMQ_LOGS=$home/logs/rabbitmq-node.log RABBITMQ_PID_FILE=$home/rabbit/pid
  export RABBITMQ_ENABLED_PLUGINS_FILE=$home/rabbit/plugins
  export RABBITMQ_CONF_ENV_FILE=$home/rabbit/environment
  export RABBITMQ_CONFIG_FILE=$home/rabbit/rabbitmq.conf
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
  echo '[].' >"$RABBITMQ_ENABLED_PLUGINS_FILE"
  : >"$RABBITMQ_CONF_ENV_FILE"
  printf 'vm_memory_high_watermark.absolute = 512MB\ndisk_free_limit.absolute = 50MB\n' >"$RABBITMQ_CONFIG_FILE"
  background epmd epmd -address 127.0.0.1 -port "$epmd_port"
  background rabbitmq /usr/lib/rabbitmq/bin/rabbitmq-server
}

rabbit() {
  /usr/lib/rabbitmq/bin/rabbitmqctl -q "$@"
}

prepare_rabbitmq() {
  until_true 60 rabbitmq rabbit await_startup
  local region
  for region in "${regions[@]}"; do
    rabbit add_vhost "$region"
    rabbit set_permissions -p "$region" guest '.*' '.*' '.*'
  done >>"$home/logs/rabbitmqctl.log" 2>&1
}

sql() {
  mariadb --no-defaults --socket="$home/database.socket" --user=root "$@"
}

start_database() {
  mariadb-install-db --no-defaults --user=root --datadir="$home/database" \
    --auth-root-authentication-method=normal --skip-test-db >"$home/logs/database-install.log" 2>&1
  # SQLite will not do: two services that write at once meet "database is locked"
  background database mariadbd --no-defaults --user=root --datadir="$home/database" \
    --socket="$home/database.socket" --bind-address=127.0.0.1 --port="$database_port" \
    --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --max-connections=300 \
    --skip-name-resolve --character-set-server=utf8mb3
  until_true 60 database sql --execute 'select 1'
  sql <<SQL
create database keystone;
$(printf 'create database cinder_%s;\n' "${regions[@]}")
create user tests@'127.0.0.1' identified by 'tests';
grant all on *.* to tests@'127.0.0.1';
SQL
}

start_keystone() {
  cat >"$home/keystone/keystone.conf" <<CONF
[database]
connection = $database/keystone?charset=utf8
[token]
provider = fernet
[fernet_tokens]
key_repository = $home/keystone/fernet
[fernet_receipts]
key_repository = $home/keystone/fernet
[credential]
key_repository = $home/keystone/credential
[cache]
enabled = false
CONF
  export OS_KEYSTONE_CONFIG_DIR=$home/keystone
  local manage=(logged keystone-manage --config-file "$home/keystone/keystone.conf")
  "${manage[@]}" db_sync
  "${manage[@]}" fernet_setup --keystone-user root --keystone-group root
  "${manage[@]}" credential_setup --keystone-user root --keystone-group root
  local region
  for region in "${regions[@]}"; do
    "${manage[@]}" bootstrap --bootstrap-password "$password" --bootstrap-region-id "Region${region^}" \
      --bootstrap-admin-url "$identity" --bootstrap-internal-url "$identity" --bootstrap-public-url "$identity"
  done
  background keystone uwsgi --plugins-dir /usr/lib/uwsgi/plugins --plugin python3 \
    --http-socket "127.0.0.1:$keystone_port" --wsgi-file /usr/bin/keystone-wsgi-public --need-app \
    --master --die-on-term --processes 2 --threads 4 --enable-threads --lazy-apps \
    --buffer-size 65535 --add-header "Connection: close"
  until_true 60 keystone listens "$keystone_port"
  # the address of one region ends with the version, that of the other with the project, as both occur
  python3 "$(dirname "$0")/seed.py" "$identity" "$password" \
    "RegionOne=http://127.0.0.1:${cinder_ports[one]}/v3" \
    "RegionTwo=http://127.0.0.1:${cinder_ports[two]}/v3/%(project_id)s"
}

configure_cinder() {
  local region=$1 folder=$home/cinder/$1 share=$home/shares/$1
  mkdir -p "$folder/state/conversion" "$folder/mounts" "$share" "$home/locks/$region"
  cat >"$folder/cinder.conf" <<CONF
[DEFAULT]
host = $region
my_ip = 127.0.0.1
state_path = $folder/state
image_conversion_dir = $folder/state/conversion
transport_url = rabbit://guest:guest@127.0.0.1:$rabbit_port/$region
auth_strategy = keystone
api_paste_config = /etc/cinder/api-paste.ini
resource_query_filters_file = /etc/cinder/resource_filters.json
rootwrap_config = /etc/cinder/rootwrap.conf
osapi_volume_listen = 127.0.0.1
osapi_volume_listen_port = ${cinder_ports[$region]}
osapi_volume_workers = 1
storage_availability_zone = $region-az1
default_availability_zone = $region-az1
enabled_backends = nfs
default_volume_type = nfs
volume_clear = none
quota_volumes = 50
quota_snapshots = 50
quota_backups = 50
report_interval = 5
periodic_interval = 10
backend_stats_polling_interval = 10
backup_driver = cinder.backup.drivers.posix.PosixBackupDriver
# one store for both regions, so that a record is enough to restore there
backup_posix_path = $home/backups
backup_file_size = 52428800
backup_sha_block_size_bytes = 32768
backup_workers = 1
[nfs]
volume_driver = cinder.volume.drivers.nfs.NfsDriver
volume_backend_name = nfs
nas_host = 127.0.0.1
nas_share_path = /$region
nfs_mount_point_base = $folder/mounts
nfs_mount_attempts = 1
nfs_snapshot_support = true
nas_secure_file_operations = false
nas_secure_file_permissions = false
[database]
connection = $database/cinder_$region?charset=utf8
[oslo_concurrency]
lock_path = $home/locks/$region
[oslo_messaging_rabbit]
heartbeat_timeout_threshold = 0
[keystone_authtoken]
www_authenticate_uri = $identity
auth_url = $identity
auth_type = password
project_domain_id = default
user_domain_id = default
project_name = service
username = cinder
password = $password
service_token_roles_required = true
# without it application credentials with access rules are refused
service_type = block-storage
CONF
  # the driver takes a share for mounted where it finds the place that it would mount it at
  local place=$folder/mounts/$(printf '127.0.0.1:/%s' "$region" | md5sum | cut -d ' ' -f 1)
  mkdir -p "$place"
  mount --bind "$share" "$place"
  echo "$place" >>"$home/mounts"
  logged cinder-manage --config-file "$folder/cinder.conf" db sync
}

start_cinder() {
  local region service synced=()
  for region in "${regions[@]}"; do
    configure_cinder "$region" &
    synced+=($!)
  done
  local each
  for each in "${synced[@]}"; do wait "$each" || fail "the database of Cinder could not be made"; done
  for region in "${regions[@]}"; do
    for service in api scheduler volume backup; do
      background "cinder-$service-$region" "cinder-$service" --config-file "$home/cinder/$region/cinder.conf"
    done
  done
  for region in "${regions[@]}"; do until_true 90 "cinder-api-$region" listens "${cinder_ports[$region]}"; done
}

write_clouds() {
  printf "identity=%s\npassword=%s\none=http://127.0.0.1:%s/v3\ntwo=http://127.0.0.1:%s/v3\n" "$identity" "$password" \
    "${cinder_ports[one]}" "${cinder_ports[two]}" >"$home/addresses.properties"
  cat >"$home/clouds.yaml" <<YAML
clouds:
  demo: &demo
    auth: &auth
      auth_url: $identity
      username: demo
      password: $password
      project_name: demo
      user_domain_id: default
      project_domain_id: default
    region_name: RegionOne
  admin:
    <<: *demo
    auth:
      <<: *auth
      username: admin
YAML
}

start_rabbitmq
start_database
start_keystone
prepare_rabbitmq
start_cinder
write_clouds
python3 "$(dirname "$0")/ready.py" "$identity" "$password" \
  "http://127.0.0.1:${cinder_ports[one]}/v3" "http://127.0.0.1:${cinder_ports[two]}/v3"
