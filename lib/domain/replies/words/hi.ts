import { type ReplyWords } from './words';

/** Hindi in its own letters, and as it is typed in Latin ones. */
export const hi: ReplyWords = {
	language: 'hi',
	optOut:
		'बंद बंद_करो बंद_करें बंद_कीजिए बंद_कर_दो रोको रोकें रोकिए स्टॉप सदस्यता_समाप्त अनसब्सक्राइब हटाओ हटाएं मुझे_हटाओ band_karo bandh_karo band_kro band_kar_do roko rokiye mat_bhejo mat_bhejiye band_kijiye sms_band_karo message_band_karo msg_band_karo मत_भेजो मत_भेजिए मत_भेजें nahi_chahiye_msg डीएक्टिवेट',
	optOutAlone:
		'रद्द रद्द_करें समाप्त बस_करो नहीं_चाहिए मुझे_नहीं_चाहिए गलत_नंबर bas_karo nahi_chahiye nhi_chahiye mujhe_nahi_chahiye galat_number wrong_no radd cancel_karo cancel_kar_do hatao samapt रुचि_नहीं ब्लॉक हटा_दो',
	optOutAtHome: 'bas बस रुको dnd',
	groups: {
		text: 'मैसेज मेसेज संदेश एसएमएस विज्ञापन स्पैम मेसेजेस मैसेजेस message messages msg msgs sms* massage mesage sandesh spam promotion promotions msgs offers मेसज ads',
		where: 'कहां कहाँ किधर kahan kaha kidhar kha',
		when: 'कब kab कितने_बजे kitne_baje',
		parcel: 'ऑर्डर आर्डर पार्सल पैकेज डिलीवरी सामान कूरियर order parcel package delivery saman samaan courier',
		arrive:
			'आएगा आयेगा मिलेगा पहुंचेगा पहुँचेगा आएगी मिलेगी आ_रहा aayega ayega aaega milega pahuchega pahunchega ayegi aayegi deliver aa_raha',
		status: 'स्थिति स्टेटस status',
		otherMatter:
			'वापस रिफंड रिटर्न पैसा पैसे रद्द बदल टूटा खराब पता cancel return refund paisa paise wapas vapas exchange kharab address',
	},
	optOutPhrases: [
		'<text> .. मत|बंद|नहीं|ना|न|mat|band|bandh|nahi|nhi|nahin|na .. भेज*|कर*|चाहिए|करें|bhej*|kar*|kro|chahiye|chaiye|kijiye|chahta|chahti|चाहता|चाहती|do',
		'<text> .. भेजना|आना|bhejna|aana|karna .. बंद|band|bandh|रोक*|rok*',
		'मत|ना|mat|na|mt .. भेज*|bhej*|भेजो .. <text>|मुझे|mujhe|aage|और|aur|अब|ab|dobara|$',
		'मुझे|mujhe|मुजे|muje .. <text> .. मत|नहीं|mat|nahi|nhi|band|बंद',
		'मुझे|mujhe .. और? .. मत|ना|mat|na भेज*|bhej*|करो|karo|परेशान|pareshan',
		'परेशान|तंग|pareshan|tang|disturb .. मत|न|ना|mat|na|करना .. कर*|kar*|kro|बंद|करो|करें|$',
		'<text> .. बंद|band|bandh|रोक*|rok*|rokiye|stop|block|unsubscribe',
		'<text> .. stop|unsubscribe|deactivate .. kar*|kro|कर*',
		'गलत|galat|wrong नंबर|नम्बर|number|no|नंबर_है|आदमी',
		'मेरा|mera|mujhe|मुझे|मेरे|mere .. नंबर|नम्बर|number|naam|नाम|no|लिस्ट|list|सूची .. हटा*|hata*|निकाल*|nikal*|डिलीट|delete|remove|मिटा*',
		'लिस्ट|सूची|list .. से|se .. हटा*|निकाल*|hata*|nikal*|remove',
		'नंबर|number .. हटा*|hata*|delete|डिलीट|remove',
		'मुझे|mujhe|हमें .. अकेला|अकेले|akela|akele छोड़*|chod*|chhod*',
		'दिलचस्पी|रुचि|interest|interested .. नहीं|nahi|nhi|nahin',
		'सदस्यता|सब्सक्रिप्शन|subscription .. समाप्त|रद्द|बंद|band|khatam .. sms*|संदेश|$',
		'अनसब्सक्राइब|unsubscribe .. कर*|kar*|kro',
		'stop|स्टॉप .. kar*|karo|kro|कर*|karo_ye|करो',
		'<text> .. नहीं|nahi|nhi .. चाहिए|chahiye|चाहता|चाहती|chahta|chahti|मांगे',
		'नहीं|nahi|nhi .. चाहिए|chahiye .. <text>|और|aur|आपके|aapke',
		'बंद|band|bandh .. कर*|kar*|kro|kijiye|कीजिए .. <text>|ye_sab|यह_सब|ये_सब',
		'कैसे|kaise .. बंद|band|unsubscribe|रोकूं .. कर*|kar*|sms|$',
	],
	notOptOut: [
		'बंद|band|bandh|रोक*|stop .. मत|mat|ना|na .. कर*|kar*|kro|रो*|करना|करो',
		'मत|mat|ना|na .. रोक*|rok*|बंद|band|हटा*|hata*|हटाना|unsubscribe',
		'ऑर्डर|डिलीवरी|पार्सल|order|delivery|parcel|दुकान|dukan|shop|store|स्टोर|गाड़ी|समान|सामान .. बंद|band|रोक*|rok*|रद्द|cancel|मत|mat|stop|हटा*',
		'<text> .. नहीं|nahi|nhi .. मिला|मिले|आया|आये|आए|mila|mile|aaya|aya|aaye|पढ़ा|देखा',
		'बस|bus .. स्टॉप|stop|stand|अड्डे|स्टैंड',
		'पुराने|purane|दूसरे .. पते|address|pate .. मत|mat|ना|na .. भेज*|bhej*',
		'कॉल|फोन|call|phone .. मत|mat|ना|na .. कर* .. मैसेज|message|msg|sms',
		'call|कॉल|phone|फोन .. mat|मत .. karo|करो|कीजिए|करें ,... message|msg|मैसेज|sms|एसएमएस',
		'कब|kab .. बंद|band|खत्म|khatam',
		'पार्सल|ऑर्डर|parcel|order|सामान|saman .. मत|mat|na .. भेज*|bhej*',
		'कोई|koi|और|aur .. सवाल|sawal|question',
		'घंटी|bell .. मत|mat|ना',
	],
	help: 'मदद सहायता मदद_करो मदद_करें मदद_चाहिए मेरी_मदद_करो हेल्प जानकारी madad madad_karo sahayata madad_chahiye help_karo help_chahiye meri_madad_karo कौन_है कौन_हो kaun_hai kaun_ho kon_ho जानकारी_चाहिए help_kijiye jankari',
	optIn:
		'शुरू शुरू_करो शुरू_करें चालू चालू_करो जोड़ें जुड़ें सब्सक्राइब स्टार्ट shuru shuru_karo chalu chalu_karo shuru_kare start_karo subscribe_karo सदस्यता_लें judna_hai फिर_से_शुरू_करें सदस्य_बनें',
	optInPhrases: [
		'फिर|phir|dobara|दोबारा .. से|se? .. शुरू|चालू|shuru|chalu|start .. कर*|kar*|kro',
		'<text> .. शुरू|चालू|shuru|chalu|start .. कर*|kar*|kro',
	],
	yes: 'हां हाँ हा जी जी_हां जी_हाँ ठीक ठीक_है सहमत पुष्टि मंजूर haan han ha haa ji ji_haan ji_han ji_ha theek_hai thik_hai sahmat manzoor हां_जी haanji hanji bilkul बिल्कुल हाँ_ठीक_है स्वीकार ओके',
	orderQuestion:
		'ट्रैक ट्रैकिंग स्थिति स्टेटस ऑर्डर_स्टेटस ऑर्डर_कहां_है ऑर्डर पार्सल कहां_है कब_आएगा kahan_hai kab_aayega kab_ayega order_kahan_hai mera_order mera_parcel order_status track_karo डिलीवरी कब कहां ट्रैक_करें मेरा_ऑर्डर',
	orderPhrases: [
		'<parcel> .. <where>|कब|kab|kb|स्टेटस|status|स्थिति|ट्रैक|track|अभी_तक|abhi_tak|पहुंचा|pahucha|pahuncha',
		'<where> .. <parcel>|पहुंचा|पहुँचा|pahucha|pahuncha|रह_गया',
		'कब|kab|kb .. तक|tak? .. <arrive>|<parcel>',
		'कब|kab|kb|kabtak .. तक|tak? .. आएगा|आयेगा|मिलेगा|पहुंचेगा|पहुँचेगा|aayega|ayega|aaega|milega|pahuchega|pahunchega|आएगी|मिलेगी|deliver|डिलीवर|ayegi|aayegi|aega',
		'<parcel> .. नहीं|nahi|nhi|nahin .. आया|मिला|पहुंचा|पहुँचा|aaya|aya|mila|pahucha|pahuncha|आई|मिली',
		'नहीं|nahi|nhi .. आया|मिला|aaya|aya|mila .. <parcel>',
		'ट्रैकिंग|tracking|track .. नंबर|नम्बर|number|लिंक|link|आईडी|id',
		'<status> .. <parcel>|क्या|kya|बताओ|batao',
		'<parcel> .. का|ka|की|ki? .. इंतजार|इंतज़ार|intezar|wait',
		'भेज|bhej .. दिया|diya .. क्या|kya|$',
		'<parcel> .. भेजा|भेज_दिया|bheja|dispatch|shipped|ship|शिप|डिस्पैच|निकला .. क्या|kya|गया|hua|हुआ|$',
	],
	polite:
		'कृपया प्लीज धन्यवाद शुक्रिया अभी तुरंत सब नमस्ते नमस्कार जी kripya plz please dhanyavad dhanyawad shukriya abhi turant sab namaste bhai भाई सर sir अब ab yaar ji प्लीज़ ko ye yeh यह ये',
};
