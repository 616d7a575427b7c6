import { type LanguageTexts } from './texts';

export const id: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Terima kasih[, {first_name}]! Pesanan Anda[ #{order_number}] telah dikonfirmasi[ (total {total})].[ Ada pertanyaan? Hubungi {support_phone}.]',
		shipped:
			'[{brand}: ]Kabar baik! Pesanan Anda[ #{order_number}] telah dikirim.[ Lacak paket: {tracking}][ Perkiraan tiba: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Pesanan Anda[ #{order_number}] sedang diantar hari ini![ Perkiraan tiba sebelum pukul {eta_time}.][ Ada kendala? Hubungi {support_phone}.][ Lacak paket: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Pesanan Anda[ #{order_number}] sudah siap diambil.[ Info: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		delivered:
			'[{brand}: ]Pesanan Anda[ #{order_number}] sudah sampai. Semoga Anda suka![ Ada yang tidak sesuai? Hubungi {support_phone}.]',
		delayed:
			'[{brand}: ]Info pengiriman: pesanan Anda[ #{order_number}] sedikit terlambat[ karena {reason}].[ Perkiraan tiba terbaru: {eta_date}.][ Lacak paket: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Pesanan Anda[ #{order_number}] belum berhasil diantar[ karena {reason}].[ Perkiraan tiba terbaru: {eta_date}.][ Info: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		returned:
			'[{brand}: ]Pesanan Anda[ #{order_number}] sedang dikembalikan ke kami[ karena {reason}].[ Butuh bantuan? Hubungi {support_phone}.][ Info: {tracking}]',
		cancelled: '[{brand}: ]Pesanan Anda[ #{order_number}] telah dibatalkan.[ Ada pertanyaan? Hubungi {support_phone}.]',
		refunded:
			'[{brand}: ]Kami telah mengembalikan dana[ sebesar {refund_amount}] untuk pesanan Anda[ #{order_number}]. Dana mungkin baru masuk dalam beberapa hari.[ Ada pertanyaan? Hubungi {support_phone}.]',
		exception:
			'[{brand}: ]Ada kendala dalam pengiriman pesanan Anda[ #{order_number}][: {reason}].[ Butuh bantuan? Hubungi {support_phone}.][ Info: {tracking}]',
	},
	reasons: {
		address: 'alamat tidak lengkap atau salah',
		nobody_home: 'tidak ada yang menerima',
		closed: 'tempat usaha sedang tutup',
		refused: 'paket ditolak',
		customs: 'proses bea cukai',
		payment_due: 'pembayaran belum lunas',
		weather: 'cuaca buruk',
		carrier_delay: 'kendala di pihak kurir',
		not_collected: 'paket tidak diambil tepat waktu',
		lost: 'paket hilang',
		damaged: 'paket rusak',
	},
	moreItems: '+ {count} lainnya',
};
