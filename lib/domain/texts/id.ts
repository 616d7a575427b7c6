import { type LanguageTexts } from './texts';

export const id: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Terima kasih[, {first_name}]! Pesanan Anda[ #{order_number}] telah dikonfirmasi[ (total {total})].[ Ada pertanyaan? Hubungi {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Kabar baik! Pesanan Anda[ #{order_number}] telah dikirim.[ Lacak paket: {tracking}][ Perkiraan tiba: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Pesanan Anda[ #{order_number}] sedang diantar hari ini![ Perkiraan tiba sebelum pukul {eta_time}.][ Ada kendala? Hubungi {support_phone}.][ Lacak paket: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Pesanan Anda[ #{order_number}] sudah siap diambil.[ Info: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Pesanan Anda[ #{order_number}] sudah sampai. Semoga Anda suka![ Ada yang tidak sesuai? Hubungi {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Info pengiriman: pesanan Anda[ #{order_number}] sedikit terlambat[ karena {reason}].[ Perkiraan tiba terbaru: {eta_date}.][ Lacak paket: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Pesanan Anda[ #{order_number}] belum berhasil diantar[ karena {reason}].[ Perkiraan tiba terbaru: {eta_date}.][ Info: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Pesanan Anda[ #{order_number}] sedang dikembalikan ke kami[ karena {reason}].[ Butuh bantuan? Hubungi {support_phone}.][ Info: {tracking}]',
		cancelled: '[{brand}: ]Pesanan Anda[ #{order_number}] telah dibatalkan.[ Ada pertanyaan? Hubungi {support_phone}.]',
		refunded:
			'[{brand}: ]Kami telah mengembalikan dana[ sebesar {refund_amount}] untuk pesanan Anda[ #{order_number}]. Dana mungkin baru masuk dalam beberapa hari.[ Ada pertanyaan? Hubungi {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Ada kendala dalam pengiriman pesanan Anda[ #{order_number}][: {reason}].[ Butuh bantuan? Hubungi {support_phone}.][ Info: {tracking}]',
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
	parcel: 'Paket {index} dari {count}',
	statuses: {
		awaiting_payment: 'menunggu pembayaran',
		label_created: 'sedang disiapkan untuk dikirim',
		return_requested: 'pengembalian diajukan',
		confirmed: 'sudah dikonfirmasi',
		shipped: 'dalam perjalanan',
		out_for_delivery: 'sedang diantar',
		ready_for_pickup: 'siap diambil',
		delivered: 'sudah sampai',
		delayed: 'terlambat',
		failed_attempt: 'belum berhasil diantar',
		returned: 'sedang dikembalikan ke kami',
		cancelled: 'dibatalkan',
		refunded: 'dana dikembalikan',
		exception: 'ada kendala pengiriman',
	},
	answers: {
		optedOut:
			'[{brand}: ]Anda telah berhenti berlangganan dan tidak akan menerima SMS lagi dari kami. Kirim START untuk menerimanya kembali.',
		optedOutMarketing:
			'[{brand}: ]Anda tidak akan menerima penawaran lagi dari kami melalui SMS. Info pesanan Anda tidak terpengaruh.',
		orderStopped: '[{brand}: ]Anda tidak akan menerima SMS lagi tentang pesanan Anda[ #{order_number}].',
		help: '[{brand}: ]Ini layanan SMS toko kami.[ Bantuan: {support_phone}.] Jumlah SMS bervariasi. Kirim STOP untuk berhenti.[ Info: {shop_url}]',
		started: '[{brand}: ]Selamat datang kembali! Anda akan menerima SMS dari kami lagi. Kirim STOP untuk berhenti.',
		orderStatus:
			'[{brand}: ]Pesanan Anda[ #{order_number}]: {status}.[ Perkiraan tiba: {eta}.][ Lacak paket: {tracking}][ Ada pertanyaan? Hubungi {support_phone}.]',
		orderList: '[{brand}: ]Pesanan Anda: {orders}.[ Ada pertanyaan? Hubungi {support_phone}.]',
		noOrder:
			'[{brand}: ]Kami tidak menemukan pesanan aktif untuk nomor Anda.[ Ada pertanyaan? Hubungi {support_phone}.]',
		acknowledgement: '[{brand}: ]Terima kasih, pesan Anda sudah kami terima.[ Mendesak? Hubungi {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Tarif SMS dan data mungkin berlaku.',
	optIn: {
		askByReply: {
			marketing: 'Balas YA untuk menerima penawaran kami lewat SMS.',
			survey: 'Balas YA untuk menerima survei singkat kami lewat SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} adalah kode Anda untuk menerima penawaran kami lewat SMS.',
			survey: '{one_time_code} adalah kode Anda untuk menerima survei singkat kami lewat SMS.',
		},
		askByEither: {
			marketing: 'Balas YA atau masukkan kode {one_time_code} untuk menerima penawaran kami lewat SMS.',
			survey: 'Balas YA atau masukkan kode {one_time_code} untuk menerima survei singkat kami lewat SMS.',
		},
		reminder: 'Pengingat: ',
		confirmed: {
			marketing: 'Terima kasih, Anda akan menerima penawaran kami lewat SMS.',
			survey: 'Terima kasih, Anda akan menerima survei singkat kami lewat SMS.',
		},
		frequency: 'Maks. {count} SMS per bulan.',
		helpAndStop: 'HELP untuk bantuan, STOP untuk berhenti.',
		phoneCheck:
			'{one_time_code} adalah kode Anda[ untuk {brand}]. Berlaku {valid_minutes} menit. Jangan beri tahu siapa pun.',
	},
	codeValues: { freeShipping: 'gratis ongkir', points: '{count} poin', gift: 'hadiah' },
	campaign: {
		birthdayGift:
			'Selamat ulang tahun[, {first_name}]! Hadiah dari kami: [{code_value}, ]kode {code}[, berlaku sampai {code_expiry}].',
		winBack:
			'Kami senang jika Anda kembali[, {first_name}]![ Untuk pesanan berikutnya: [{code_value}, ]kode {code}[, berlaku sampai {code_expiry}].]',
		optOut: 'Kirim STOP untuk berhenti.',
		unsubscribe: 'Berhenti: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Berhenti menerima semua SMS kami di {phone}? Info pesanan Anda juga akan berhenti.',
		askOffers: 'Berhenti menerima penawaran kami melalui SMS di {phone}?',
		button: 'Berhenti berlangganan',
		done: 'Anda tidak akan menerima SMS lagi dari kami di {phone}.',
		back: 'Tidak sengaja? Kirim START ke nomor kami atau hubungi kami.',
		unknown: 'Tautan ini tidak berfungsi. Untuk berhenti, hubungi kami.',
	},
};
