import { type Corpus } from './corpus';

export const id: Corpus = {
	'opt-out': `STOP
Berhenti
berhenti langganan
UNREG
jangan kirim sms lagi
Tolong jangan hubungi saya lagi
Saya tidak mau menerima pesan lagi
Hapus nomor saya
keluarkan saya dari daftar
Jangan ganggu saya
Salah nomor
ga mau terima promo lagi
tolong stop kirim iklan
Terima kasih, tapi jangan kirim pesan lagi
Hentikan sms ini
saya tidak tertarik
gimana cara berhenti langganan?
gak usah sms lagi
Dapat nomor saya dari mana? Hapus sekarang
Sesuai UU PDP saya minta data saya dihapus
saya laporkan kalau masih kirim sms
udah jangan kirim2 lagi
blokir nomor saya
Mohon hentikan pengiriman pesan ke nomor ini
Saya ingin mematikan notifikasi SMS
lupakan saya
Blokir nomor saya
Cukup pesannya`,
	none: `Jangan hentikan pengiriman
Saya di halte bus
Saya mau batalkan pesanan 12345
Kapan promo selesai?
Saya tidak menerima pesan
Tidak ada pertanyaan lagi
Jangan kirim ke alamat lama
Terima kasih, sudah sampai
Ya
Jangan telepon, sms saja
Jangan taruh paket di depan pintu
Akhir bulan saya di rumah
Bisa ganti ukuran?
Tidak, terima kasih
Jangan dikirim sebelum senin
Salah ukuran, bisa tukar?
Saya tidak terima sms apapun
saya sudah pesan lagi kemarin
Saya belum terima pesan kodenya
pesannya terhapus, bisa kirim ulang?
Tidak ada pertanyaan lagi, terima kasih
Tidak perlu struk lagi
Salah kirim foto, hapus saja
Titip di tetangga
bel rusak, tolong telepon`,
	help: `BANTUAN
tolong bantu saya
info`,
	'opt-in': `MULAI
daftar
mau berlangganan lagi`,
	'order-question': `di mana pesanan saya?
paket saya kok belum sampai
Kapan pesanan saya sampai?
nomor resi?
Apakah pesanan 1001 sudah dikirim?
cek status pesanan
sampai hari ini?
saya masih belum terima apa-apa
sudah di jalan?`,
};
