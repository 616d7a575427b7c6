import { type Corpus } from './corpus';

export const tr: Corpus = {
	'opt-out': `STOP
İPTAL
iptal lütfen
DUR
mesaj atmayın artık
Bana bir daha mesaj göndermeyin
SMS almak istemiyorum
Numaramı silin
beni listeden çıkarın
Rahat bırakın beni
Yanlış numara
yanlis numaraya yaziyorsunuz
reklam istemiyorum
Teşekkürler ama artık mesaj istemiyorum
Beni rahatsız etmeyin
aboneliğimi iptal edin
nasıl iptal ederim sms
Mesaj göndermeyi kesin
numaramı nereden buldunuz? hemen silin
KVKK kapsamında verilerimin silinmesini istiyorum
benimle iletişime geçmeyin
bıktım mesajlarınızdan
Bu numaraya mesaj gönderimini durdurmanızı rica ederim
ben Ayşe hanım değilim bu numarayı silin
2 kere söyledim: DUR
SMS bildirimlerini kapatmak istiyorum
Ben bir şey sipariş etmedim, lütfen durun
yazmayı bırak
Numaramı engelleyin
numara yanlış`,
	none: `Teslimatı durdurmayın
Otobüs durağındayım
12345 numaralı siparişi iptal etmek istiyorum
İndirim ne zaman bitiyor?
Mesaj gelmedi bana
Başka sorum yok
Eski adresime göndermeyin
Teşekkürler, elime ulaştı
Evet
Aramayın, mesaj atın
Paketi kapıya bırakmayın
Ay sonunda evdeyim
Bedenini değiştirebilir miyim?
Hayır teşekkürler
Siparişi iptal etmeyin
Siparişimi iptal etmek istiyorum
Ay sonunda evde yokum
Artık faturaya gerek yok
Yanlış ürün göndermişsiniz
Artık mavi istemiyorum, kırmızı gönderin
Pazartesiden önce göndermeyin
Yanlış beden, değiştirebilir miyim?
Kodun olduğu mesaj gelmedi
mesajı sildim, tekrar gönderir misiniz?
Başka sorum yok, teşekkürler
Eski adrese göndermeyin`,
	help: `YARDIM
yardım lütfen
bilgi
yardım eder misiniz`,
	'opt-in': `BAŞLA
abone ol
tekrar abone olmak istiyorum`,
	'order-question': `Siparişim nerede?
kargom nerde kaldı
Kargo ne zaman gelir?
takip numarası?
1001 nolu sipariş kargoya verildi mi?
paketim hala gelmedi
siparişimden haber var mı
hala bir şey almadım
ne zaman getirirsiniz
yolda mı?`,
};
