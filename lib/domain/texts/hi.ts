import { type LanguageTexts } from './texts';

export const hi: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]धन्यवाद[, {first_name} जी]! आपका ऑर्डर[ #{order_number}] कन्फर्म हो गया है[ (कुल {total})]।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		shipped:
			'[{brand}: ][{parcel}: ]खुशखबरी! आपका ऑर्डर[ #{order_number}] भेज दिया गया है।[ ट्रैक करें: {tracking}][ अनुमानित डिलीवरी: {eta_date}।]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]आपका ऑर्डर[ #{order_number}] आज डिलीवरी के लिए निकल चुका है![ {eta_time} तक पहुँचने की उम्मीद है।][ कोई दिक्कत हो तो {support_phone} पर कॉल करें।][ ट्रैक करें: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]आपका ऑर्डर[ #{order_number}] पिकअप के लिए तैयार है।[ जानकारी: {tracking}][ कोई सवाल? {support_phone} पर कॉल करें।]',
		delivered:
			'[{brand}: ][{parcel}: ]आपका ऑर्डर[ #{order_number}] डिलीवर हो गया है। उम्मीद है, आपको पसंद आएगा![ कोई दिक्कत? {support_phone} पर कॉल करें।]',
		delayed:
			'[{brand}: ][{parcel}: ]आपके ऑर्डर[ #{order_number}] में थोड़ी देरी हो रही है।[ कारण: {reason}।][ नई अनुमानित डिलीवरी: {eta_date}।][ ट्रैक करें: {tracking}][ हेल्पलाइन: {support_phone}।]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]आपके ऑर्डर[ #{order_number}] की डिलीवरी नहीं हो पाई।[ कारण: {reason}।][ नई अनुमानित डिलीवरी: {eta_date}।][ जानकारी: {tracking}][ हेल्पलाइन: {support_phone}।]',
		returned:
			'[{brand}: ][{parcel}: ]आपका ऑर्डर[ #{order_number}] हमारे पास वापस आ रहा है।[ कारण: {reason}।][ मदद के लिए {support_phone} पर कॉल करें।][ जानकारी: {tracking}]',
		cancelled: '[{brand}: ]आपका ऑर्डर[ #{order_number}] कैंसल कर दिया गया है।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		refunded:
			'[{brand}: ]आपके ऑर्डर[ #{order_number}] के लिए[ {refund_amount} का] रिफंड कर दिया गया है। पैसे आने में कुछ दिन लग सकते हैं।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		exception:
			'[{brand}: ][{parcel}: ]आपके ऑर्डर[ #{order_number}] की डिलीवरी में दिक्कत आई है।[ कारण: {reason}।][ मदद के लिए {support_phone} पर कॉल करें।][ जानकारी: {tracking}]',
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
	parcel: 'पार्सल {index}/{count}',
	statuses: {
		awaiting_payment: 'भुगतान बाकी है',
		label_created: 'भेजने की तैयारी में',
		return_requested: 'रिटर्न का अनुरोध मिला',
		confirmed: 'कन्फर्म हो गया',
		shipped: 'रास्ते में है',
		out_for_delivery: 'डिलीवरी के लिए निकला',
		ready_for_pickup: 'पिकअप के लिए तैयार',
		delivered: 'डिलीवर हो गया',
		delayed: 'देरी हो रही है',
		failed_attempt: 'डिलीवरी नहीं हो पाई',
		returned: 'हमारे पास वापस आ रहा है',
		cancelled: 'कैंसल हो गया',
		refunded: 'रिफंड कर दिया गया',
		exception: 'डिलीवरी में दिक्कत',
	},
	answers: {
		optedOut: '[{brand}: ]अब आपको हमारे मैसेज नहीं मिलेंगे। दोबारा पाने के लिए START भेजें।',
		optedOutMarketing: '[{brand}: ]अब आपको हमारे ऑफर के मैसेज नहीं मिलेंगे। ऑर्डर के मैसेज पर इसका असर नहीं होगा।',
		orderStopped: '[{brand}: ]अब आपको अपने ऑर्डर[ #{order_number}] के मैसेज नहीं मिलेंगे।',
		help: '[{brand}: ]यह हमारी दुकान की मैसेज सेवा है।[ मदद: {support_phone}।] मैसेज की संख्या बदलती रहती है। बंद करने के लिए STOP भेजें।[ जानकारी: {shop_url}]',
		started: '[{brand}: ]फिर से स्वागत है! अब आपको हमारे मैसेज दोबारा मिलेंगे। बंद करने के लिए STOP भेजें।',
		orderStatus:
			'[{brand}: ]आपका ऑर्डर[ #{order_number}]: {status}।[ अनुमानित डिलीवरी: {eta}।][ ट्रैक करें: {tracking}][ कोई सवाल? {support_phone} पर कॉल करें।]',
		orderList: '[{brand}: ]आपके ऑर्डर: {orders}।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		noOrder: '[{brand}: ]आपके नंबर पर कोई चालू ऑर्डर नहीं मिला।[ कोई सवाल? {support_phone} पर कॉल करें।]',
		acknowledgement: '[{brand}: ]धन्यवाद, आपका मैसेज मिल गया है।[ जल्दी है? {support_phone} पर कॉल करें।]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'मैसेज और डेटा शुल्क लग सकता है।',
	optIn: {
		askByReply: {
			marketing: 'SMS पर हमारे ऑफर पाने के लिए जवाब में हां भेजें।',
			survey: 'SMS पर हमारे छोटे सर्वे पाने के लिए जवाब में हां भेजें।',
		},
		askByCode: {
			marketing: 'SMS पर हमारे ऑफर पाने के लिए आपका कोड {one_time_code} है।',
			survey: 'SMS पर हमारे छोटे सर्वे पाने के लिए आपका कोड {one_time_code} है।',
		},
		askByEither: {
			marketing: 'SMS पर हमारे ऑफर पाने के लिए जवाब में हां भेजें या कोड {one_time_code} डालें।',
			survey: 'SMS पर हमारे छोटे सर्वे पाने के लिए जवाब में हां भेजें या कोड {one_time_code} डालें।',
		},
		reminder: 'याद दिला दें: ',
		confirmed: {
			marketing: 'धन्यवाद, अब आपको SMS पर हमारे ऑफर मिलेंगे।',
			survey: 'धन्यवाद, अब आपको SMS पर हमारे छोटे सर्वे मिलेंगे।',
		},
		frequency: 'महीने में अधिकतम {count} मैसेज।',
		helpAndStop: 'मदद के लिए HELP, रोकने के लिए STOP।',
		phoneCheck: '[{brand}: ]आपका कोड {one_time_code} है। यह {valid_minutes} मिनट तक मान्य है। इसे किसी को न बताएं।',
	},
	codeValues: { freeShipping: 'मुफ़्त डिलीवरी', points: '{count} अंक', gift: 'एक उपहार' },
	campaign: {
		birthdayGift:
			'जन्मदिन मुबारक[, {first_name}]! हमारी ओर से उपहार: [{code_value}, ]कोड {code}[, {code_expiry} तक]।',
		winBack:
			'आपको फिर से देखकर हमें खुशी होगी[, {first_name}]![ अगले ऑर्डर पर: [{code_value}, ]कोड {code}[, {code_expiry} तक]।]',
		optOut: 'बंद करने के लिए STOP भेजें।',
		unsubscribe: 'बंद करें: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'क्या आप {phone} पर हमारे सभी मैसेज बंद करना चाहते हैं? ऑर्डर के मैसेज भी बंद हो जाएंगे।',
		askOffers: 'क्या आप {phone} पर हमारे ऑफर के मैसेज बंद करना चाहते हैं?',
		button: 'मैसेज बंद करें',
		done: 'अब आपको {phone} पर हमारे मैसेज नहीं मिलेंगे।',
		back: 'गलती से हुआ? हमारे नंबर पर START भेजें या हमसे संपर्क करें।',
		unknown: 'यह लिंक काम नहीं कर रहा। मैसेज बंद करने के लिए हमसे संपर्क करें।',
	},
};
