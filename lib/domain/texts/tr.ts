import { type LanguageTexts } from './texts';

export const tr: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Teşekkür ederiz[, {first_name}]! Siparişiniz[ (#{order_number})] onaylandı.[ Toplam: {total}.][ Sorularınız için bizi arayın: {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Güzel haber! Siparişiniz[ (#{order_number})] kargoya verildi.[ Kargo takibi: {tracking}][ Tahmini teslimat: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Siparişiniz[ (#{order_number})] bugün dağıtıma çıktı![ Tahmini teslimat: en geç {eta_time}.][ Sorun olursa bizi arayın: {support_phone}.][ Kargo takibi: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Siparişiniz[ (#{order_number})] teslim alınmaya hazır.[ Ayrıntılar: {tracking}][ Sorularınız için bizi arayın: {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Siparişiniz[ (#{order_number})] teslim edildi. Güle güle kullanın![ Bir sorun mu var? Bizi arayın: {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Teslimat bilgisi: Siparişiniz[ (#{order_number})] biraz gecikiyor.[ Nedeni: {reason}.][ Yeni tahmini teslimat: {eta_date}.][ Kargo takibi: {tracking}][ Sorularınız için bizi arayın: {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Siparişiniz[ (#{order_number})] teslim edilemedi.[ Nedeni: {reason}.][ Yeni tahmini teslimat: {eta_date}.][ Ayrıntılar: {tracking}][ Sorularınız için bizi arayın: {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Siparişiniz[ (#{order_number})] bize geri gönderiliyor.[ Nedeni: {reason}.][ Yardım için bizi arayın: {support_phone}.][ Ayrıntılar: {tracking}]',
		cancelled:
			'[{brand}: ]Siparişiniz[ (#{order_number})] iptal edildi.[ Sorularınız için bizi arayın: {support_phone}.]',
		refunded:
			'[{brand}: ]Siparişiniz[ (#{order_number})] için[ {refund_amount}] para iadesi yapıldı. Tutarın hesabınıza geçmesi birkaç gün sürebilir.[ Sorularınız için bizi arayın: {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Siparişinizin[ (#{order_number})] teslimatında bir sorun oluştu.[ Nedeni: {reason}.][ Yardım için bizi arayın: {support_phone}.][ Ayrıntılar: {tracking}]',
	},
	reasons: {
		address: 'eksik veya hatalı adres',
		nobody_home: 'adreste teslim alacak kimse yoktu',
		closed: 'iş yeri kapalıydı',
		refused: 'teslimat kabul edilmedi',
		customs: 'gümrük işlemleri',
		payment_due: 'bekleyen ödeme',
		weather: 'kötü hava koşulları',
		carrier_delay: 'kargo şirketindeki aksaklık',
		not_collected: 'zamanında teslim alınmadı',
		lost: 'paket kayboldu',
		damaged: 'paket hasar gördü',
	},
	moreItems: 've {count} ürün daha',
	parcel: 'Paket {index}/{count}',
	statuses: {
		awaiting_payment: 'ödeme bekleniyor',
		label_created: 'kargoya hazırlanıyor',
		return_requested: 'iade talep edildi',
		confirmed: 'onaylandı',
		shipped: 'yolda',
		out_for_delivery: 'dağıtıma çıktı',
		ready_for_pickup: 'teslim alınmaya hazır',
		delivered: 'teslim edildi',
		delayed: 'gecikiyor',
		failed_attempt: 'teslim edilemedi',
		returned: 'bize geri gönderiliyor',
		cancelled: 'iptal edildi',
		refunded: 'para iadesi yapıldı',
		exception: 'teslimatta sorun var',
	},
	answers: {
		optedOut: '[{brand}: ]Kaydınız silindi, bizden artık SMS almayacaksınız. Yeniden almak için START yazıp gönderin.',
		optedOutMarketing:
			'[{brand}: ]Artık bizden SMS ile kampanya almayacaksınız. Siparişlerinizle ilgili mesajlar bundan etkilenmez.',
		orderStopped: '[{brand}: ]Siparişinizle[ (#{order_number})] ilgili artık mesaj almayacaksınız.',
		help: '[{brand}: ]Bu, mağazamızın SMS hizmetidir.[ Yardım: {support_phone}.] Mesaj sayısı değişir. Çıkmak için STOP yazıp gönderin.[ Bilgi: {shop_url}]',
		started: '[{brand}: ]Yeniden hoş geldiniz! Bizden tekrar mesaj alacaksınız. Çıkmak için STOP yazıp gönderin.',
		orderStatus:
			'[{brand}: ]Siparişiniz[ (#{order_number})]: {status}.[ Tahmini teslimat: {eta}.][ Kargo takibi: {tracking}][ Sorularınız için bizi arayın: {support_phone}.]',
		orderList: '[{brand}: ]Siparişleriniz: {orders}.[ Sorularınız için bizi arayın: {support_phone}.]',
		noOrder: '[{brand}: ]Numaranıza ait açık bir sipariş bulamadık.[ Sorularınız için bizi arayın: {support_phone}.]',
		acknowledgement: '[{brand}: ]Teşekkür ederiz, mesajınızı aldık.[ Acil mi? Bizi arayın: {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Mesaj ve veri ücretleri uygulanabilir.',
	optIn: {
		askByReply: {
			marketing: 'Fırsatlarımızı SMS ile almak için EVET yazıp gönderin.',
			survey: 'Kısa anketlerimizi SMS ile almak için EVET yazıp gönderin.',
		},
		askByCode: {
			marketing: '{one_time_code}, fırsatlarımızı SMS ile almanız için gereken koddur.',
			survey: '{one_time_code}, kısa anketlerimizi SMS ile almanız için gereken koddur.',
		},
		askByEither: {
			marketing: 'Fırsatlarımızı SMS ile almak için EVET yazıp gönderin veya {one_time_code} kodunu girin.',
			survey: 'Kısa anketlerimizi SMS ile almak için EVET yazıp gönderin veya {one_time_code} kodunu girin.',
		},
		reminder: 'Hatırlatma: ',
		confirmed: {
			marketing: 'Teşekkürler, fırsatlarımızı SMS ile alacaksınız.',
			survey: 'Teşekkürler, kısa anketlerimizi SMS ile alacaksınız.',
		},
		frequency: 'Ayda en fazla {count} SMS.',
		helpAndStop: 'Yardım için HELP, çıkmak için STOP yazın.',
		phoneCheck: '{one_time_code} sizin kodunuzdur[ ({brand})]. Geçerlilik: {valid_minutes} dk. Kimseyle paylaşmayın.',
	},
	codeValues: { freeShipping: 'ücretsiz kargo', points: '{count} puan', gift: 'bir hediye' },
	campaign: {
		birthdayGift:
			'Doğum gününüz kutlu olsun[, {first_name}]! Hediyemiz: [{code_value}, ]kod {code}[, son gün: {code_expiry}].',
		winBack:
			'Sizi yeniden görmek isteriz[, {first_name}]![ Sonraki siparişiniz için: [{code_value}, ]kod {code}[, son gün: {code_expiry}].]',
		optOut: 'Çıkmak için STOP yazıp gönderin.',
		unsubscribe: 'Çıkmak için: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Bizden {phone} numarasına artık SMS gelmesin mi? Siparişlerinizle ilgili mesajlar da kesilir.',
		askOffers: 'Bizden {phone} numarasına artık kampanya mesajı gelmesin mi?',
		button: 'Çıkmak istiyorum',
		done: 'Bizden {phone} numarasına artık SMS almayacaksınız.',
		back: 'Yanlışlıkla mı oldu? Numaramıza START yazıp gönderin veya bize ulaşın.',
		unknown: 'Bu bağlantı çalışmıyor. Çıkmak için bize ulaşın.',
	},
};
