import { type LanguageTexts } from './texts';

export const hi: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]धन्यवाद[, {first_name} जी]! आपका ऑर्डर[ #{order_number}] कन्फर्म हो गया है[ (कुल {total})]।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		shipped:
			'[{brand}: ]खुशखबरी! आपका ऑर्डर[ #{order_number}] भेज दिया गया है।[ ट्रैक करें: {tracking}][ अनुमानित डिलीवरी: {eta_date}।]',
		out_for_delivery:
			'[{brand}: ]आपका ऑर्डर[ #{order_number}] आज डिलीवरी के लिए निकल चुका है![ {eta_time} तक पहुँचने की उम्मीद है।][ कोई दिक्कत हो तो {support_phone} पर कॉल करें।][ ट्रैक करें: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]आपका ऑर्डर[ #{order_number}] पिकअप के लिए तैयार है।[ जानकारी: {tracking}][ कोई सवाल? {support_phone} पर कॉल करें।]',
		delivered:
			'[{brand}: ]आपका ऑर्डर[ #{order_number}] डिलीवर हो गया है। उम्मीद है, आपको पसंद आएगा![ कोई दिक्कत? {support_phone} पर कॉल करें।]',
		delayed:
			'[{brand}: ]आपके ऑर्डर[ #{order_number}] में थोड़ी देरी हो रही है।[ कारण: {reason}।][ नई अनुमानित डिलीवरी: {eta_date}।][ ट्रैक करें: {tracking}][ हेल्पलाइन: {support_phone}।]',
		failed_attempt:
			'[{brand}: ]आपके ऑर्डर[ #{order_number}] की डिलीवरी नहीं हो पाई।[ कारण: {reason}।][ नई अनुमानित डिलीवरी: {eta_date}।][ जानकारी: {tracking}][ हेल्पलाइन: {support_phone}।]',
		returned:
			'[{brand}: ]आपका ऑर्डर[ #{order_number}] हमारे पास वापस आ रहा है।[ कारण: {reason}।][ मदद के लिए {support_phone} पर कॉल करें।][ जानकारी: {tracking}]',
		cancelled: '[{brand}: ]आपका ऑर्डर[ #{order_number}] कैंसल कर दिया गया है।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		refunded:
			'[{brand}: ]आपके ऑर्डर[ #{order_number}] के लिए[ {refund_amount} का] रिफंड कर दिया गया है। पैसे आने में कुछ दिन लग सकते हैं।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		exception:
			'[{brand}: ]आपके ऑर्डर[ #{order_number}] की डिलीवरी में दिक्कत आई है।[ कारण: {reason}।][ मदद के लिए {support_phone} पर कॉल करें।][ जानकारी: {tracking}]',
	},
	reasons: {
		address: 'अधूरा या गलत पता',
		nobody_home: 'लेने वाला कोई नहीं था',
		closed: 'दुकान या दफ्तर बंद था',
		refused: 'डिलीवरी लेने से इनकार',
		customs: 'कस्टम क्लियरेंस',
		payment_due: 'भुगतान बाकी है',
		weather: 'खराब मौसम',
		carrier_delay: 'कूरियर की समस्या',
		not_collected: 'समय पर पिकअप नहीं किया गया',
		lost: 'पार्सल खो गया',
		damaged: 'पार्सल को नुकसान पहुँचा',
	},
	moreItems: '+ {count} और',
};
