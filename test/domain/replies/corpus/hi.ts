import { type Corpus } from './corpus';

export const hi: Corpus = {
	'opt-out': `STOP
बंद करो
रोकें
मुझे मैसेज मत भेजो
और मैसेज नहीं चाहिए
मेरा नंबर हटा दो
गलत नंबर
message band karo
mujhe msg mat bhejo
sms nahi chahiye
mera number hatao
galat number hai
pareshan mat karo
कृपया मैसेज भेजना बंद करें
मुझे परेशान मत करो
aap ke message nahi chahiye
thank you but message mat bhejna
unsubscribe kar do
मेरा नंबर कहाँ से मिला? डिलीट करो
aapko mera number kisne diya? hatao isko
मैं अपनी सहमति वापस लेता हूँ
bas karo ye message
band karo nahi to complaint kar dunga
मुझे नोटिफिकेशन नहीं चाहिए
mujhe bhool jao
main aapko nahi janta, contact mat karo
maine kuch order nahi kiya, please band karo
message karna chhodo
mera number block karo`,
	none: `डिलीवरी मत रोको
मैं बस स्टॉप पर हूँ
मुझे ऑर्डर 12345 रद्द करना है
सेल कब खत्म होगी?
मुझे कोई मैसेज नहीं मिला
मेरे और कोई सवाल नहीं हैं
पुराने पते पर मत भेजो
धन्यवाद, मिल गया
हाँ
delivery mat rokna
order cancel karna hai
mujhe koi message nahi mila
call mat karo, message karo
purane address par mat bhejna
shukriya mil gaya
सोमवार से पहले मत भेजना
मुझे कोड वाला मैसेज नहीं मिला
size galat hai, badal sakte ho?
koi sms nahi aaya
आखिर आ गया, धन्यवाद
और कोई सवाल नहीं, धन्यवाद
message delete ho gaya, dobara bhej do
पड़ोसी को दे देना
bill nahi chahiye
order se ek item hata do
घंटी खराब है, फोन करो`,
	help: `मदद
help karo
madad chahiye`,
	'opt-in': `शुरू करें
start karo
फिर से शुरू करो`,
	'order-question': `मेरा ऑर्डर कहाँ है?
mera order kahan hai
पार्सल कब आएगा?
kab tak aayega mera parcel
tracking number do
order 1001 abhi tak nahi aaya
aaj aayega kya?
abhi tak kuch nahi mila
kab laoge
raaste mein hai kya?`,
};
