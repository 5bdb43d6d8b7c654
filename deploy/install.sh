#!/bin/sh
# Memasang atau memperbarui kopdes-bot di Debian: sudo sh install.sh kopdes-bot-<versi>.tgz
set -eu

paket=${1:?Cara pakai: sudo sh install.sh kopdes-bot-VERSI.tgz}
program=/opt/kopdes-bot
data=/var/lib/kopdes-bot

[ "$(id -u)" = 0 ] || { echo "Jalankan dengan sudo." >&2; exit 1; }
[ -f "$paket" ] || { echo "Berkas $paket tidak ditemukan." >&2; exit 1; }
command -v npm >/dev/null || { echo "npm belum ada: apt install --no-install-recommends nodejs npm" >&2; exit 1; }

if ! id kopdes >/dev/null 2>&1; then
  useradd --system --home-dir "$data" --no-create-home --shell /usr/sbin/nologin kopdes
fi
install -d -m 700 -o kopdes -g kopdes "$data"

# Tidak satu paket pun memerlukan skrip pemasangan, dan satu di antaranya menolak Node Debian 12 walaupun tidak dipakai menjalankannya.
npm install --global --prefix "$program" --ignore-scripts --no-audit --no-fund --loglevel=error "$paket"
isi=$program/lib/node_modules/kopdes-bot

# Pengaturan yang sudah ada tidak diubah.
baru=$([ -e "$data/.env" ] || echo ya)
[ -e "$data/.env" ] || install -m 600 -o kopdes -g kopdes "$isi/.env.example" "$data/.env"

# Perintah untuk pengelola, sebagai pengguna bot dan di folder datanya.
cat >/usr/local/bin/kopdes-bot <<AKHIR
#!/bin/sh
cd $data && exec setpriv --reuid=kopdes --regid=kopdes --clear-groups --no-new-privs $program/bin/kopdes-bot "\$@"
AKHIR
chmod 755 /usr/local/bin/kopdes-bot

install -d -m 755 /etc/systemd/system
install -m 644 "$isi/deploy/kopdes-bot.service" /etc/systemd/system/kopdes-bot.service
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable kopdes-bot
  # Yang gagal dikatakan program dalam satu kalimat di lognya.
  systemctl restart kopdes-bot 2>/dev/null || {
    echo "kopdes-bot terpasang, tetapi belum berjalan. Ia mengatakan:" >&2
    journalctl --unit kopdes-bot _SYSTEMD_INVOCATION_ID="$(systemctl show --property InvocationID --value kopdes-bot)" --output cat >&2
    echo "Perbaiki di $data/.env, lalu: sudo systemctl restart kopdes-bot" >&2
    exit 1
  }
fi

echo "kopdes-bot $(/usr/local/bin/kopdes-bot --version) terpasang."
[ -n "$baru" ] || exit 0
cat <<AKHIR
Tautan untuk menyiapkan bot di peramban: sudo journalctl -u kopdes-bot -o cat | grep siapkan | tail -1
Atau isi pengaturan di $data/.env, lalu: sudo systemctl restart kopdes-bot
Kode undangan untuk camat: sudo kopdes-bot undang "Nama Kecamatan"
AKHIR
