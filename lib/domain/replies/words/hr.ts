import { type ReplyWords } from './words';

export const hr: ReplyWords = {
	language: 'hr',
	optOut:
		'stopp zaustavi zaustavite prestani prestanite odjava odjavi odjavite_me odjavi_me odjavljujem_se odjaviti odjaviti_se odjavi_sve ne_šaljite ne_šaljite_više ne_šalji_više stop_sms stop_poruke bez_poruka dosta_poruka ne_želim_više_poruke ispiši_me ispišite_me odjavite',
	optOutAlone:
		'otkaži otkazujem otkazati otkažite prekini prekinite prekid ukloni uklonite_me obriši obrišite_me izbriši izbrišite_me izađi dosta opozovi opoziv ne_zanima_me nisam_zainteresiran nisam_zainteresirana krivi_broj pogrešan_broj ne_želim neću nikad_više ne_smetajte pustite_me zabrani blokiraj otkaz',
	optOutAtHome: 'kraj',
	groups: {
		stop: 'prestani prestanite prekini prekinite zaustavite zaustavi dosta obustavite okanite prestanete prekid',
		send: 'šaljite šalji slati šaljete slanje slanja slanjem primati dobivati pošiljati poslati šaljete dobivati slat primat',
		contact:
			'pišite piši pisati kontaktirajte kontaktirati kontaktiraj gnjavite gnjaviti uznemiravajte uznemiravati uznemiravaj smetajte smetati zovite zvati zivkajte spamajte spamati gnjavi maltretirajte uznemirujte javljajte dosađujte',
		text: 'poruka poruke poruku porukama smsove smsova reklame reklama spam obavijesti obavijest newsletter* ponude sms_ove oglase promotivne promidžbene',
		not: 'ne nemoj nemojte nikad nikada nemojte_mi',
		no: 'bez nikakve dosta nikakvih',
		more: 'više vise još ubuduće',
		want: 'želim zelim želimo trebam hoću trebaju treba pristajem želi',
		unsubscribe: 'odjav* ispisati ispišite ispiši odjavl*',
		remove:
			'uklonite ukloni obrišite obriši izbrišite izbriši maknite makni ukloniti izbrisati obrisati skinite brišite',
		me: 'me mene nas',
		list: 'lista liste listu popisa popis baze bazu moj_broj ovaj_broj moje_podatke moj_telefon evidencije',
		bit: 'mi me više molim mene vas nam nas se',
		where: 'gdje di gde gdje_je',
		when: 'kada kad koliko_dugo u_koliko',
		parcel:
			'narudžba narudžbe narudžbu narudzba narudžbom paket paketa paketom pošiljka pošiljke pošiljku dostava dostave dostavu roba kurir dostavljač',
		arrive:
			'stiže stize dolazi doći stići dostava dostavljate dobiti dobijem isporučiti isporuka bude šaljete stići_će',
		arrived:
			'stigla stigao stiglo dobio dobila došla došao primio primila isporučena isporučen dostavljen dostavljena poslana',
		notYet: 'nije nisam još_nije još_nisam nismo ni',
		get: 'dobiti dobijem primiti',
		status: 'status stanje',
		track: 'pratiti praćenje prati pracenje',
		otherMatter:
			'povrat vratiti reklamacij* račun otkazati otkažite zamjena zamijeniti oštećen* pokvaren* adres* popust trgovin* novac',
	},
	optOutPhrases: [
		'ne|nemoj|nemojte .. mi|me|nam? .. više? .. <send>|<contact> .. više|poruke|ništa|me|mi|sms*|$',
		'ne|neću|necu .. <want>? .. više|primati|dobivati|vaše|nikakve .. <text>|primati|dobivati|sms*|poruke',
		'ne .. <want> ,... <send>|kontaktirate|pišete .. <text>|više|me|mi',
		'pustite|pusti|ostavite|ostavi .. me|nas .. miru|$',
		'krivi|pogrešan|pogresan|krivi_ste|netočan|krivu broj|osoba|osobu',
		'pogriješili|pogrijesili .. ste? .. broj|osobu|$',
		'<remove> .. moj|ovaj .. broj|telefon',
		'<remove> .. me|nas .. s|sa|iz',
		'ne .. zanima|zanimaju .. me|nas? .. više|vaše|to|$',
		'nisam|nismo .. više? .. zainteresiran*',
		'nisam|nikad .. se? .. prijavi*|pretplati*|tražio|tražila|pristao|pristala',
		'povlačim|opozivam|povući .. pristanak|privolu|suglasnost',
		'želim|zelim|hoću|kako .. se? .. odjav*|otkazati|ispisati|maknuti',
		'otkažite|otkaži|otkazati|ugasite|isključite|blokiram .. <text>|sms*|pretplatu_na_sms|obavijesti|newsletter*',
		'dosta .. mi|više .. je? .. poruka|vas|$',
		'nosite|gubite|odjebite .. se',
		'dosta .. s .. porukama|<text>',
	],
	notOptOut: [
		'ne|nemoj|nemojte .. prest*|odjav*|zaustav*|otkaz*|otkaž*|briši*|obriš*|uklanjaj*|prekid*',
		'ne .. <want> se .. odjav*',
		'ne želim propustiti|odjaviti|prekinuti|izgubiti|otkazati',
		'autobusna|autobus|tramvajska|bus stanica|stanici|stop|postaja',
		'otkaz*|otkaž*|zaustav*|obriš*|izbriš*|uklon*|prekin*|stop .. narudžb*|narudzb*|dostav*|paket*|pošiljk*|plaćanj*|račun|artikl*|proizvod*',
		'nisam|nismo|nije .. dobi*|primi*|stigl*|vidi*|pročita* ... <text>',
		'ne|nemojte|nemoj .. šalji*|slati .. na|paket*|narudžb*|prije|robu|pošiljk*|još|danas',
		'nemam .. više|drugih|dodatnih pitanja',
		'ne|nemojte|nemoj .. zovi*|zvati|zvoni* ,... poruk*|pišit*|pošalj*|zvon*|nego',
		'ne|nemojte|nemoj .. ostavlja*|smetaj* .. susjed*',
		'više informacija|detalja',
	],
	help: 'pomoć pomoc pomozite pomozi_mi pomozi trebam_pomoć info informacije tko_je_to tko_ste kontakt podrška pomozite_mi molim_pomoć tko_je ko_je_ovo',
	optIn:
		'prijavi prijava prijavite_me prijavi_me prijavljujem_se pretplata pretplati pretplati_me započni kreni nastavi aktiviraj pridruži uključi počni pretplatite_me ponovno_prijavi',
	optInPhrases: [
		'prijavite|prijavi|pretplatite me .. ponovno|opet|na|$',
		'želim .. ponovno|opet|se .. primati|prijaviti|pretplatiti',
	],
	yes: 'da d naravno potvrđujem potvrdujem potvrdi prihvaćam pristajem slažem_se može u_redu da_molim da_hvala dobro svakako da_želim važi da_potvrđujem da_prihvaćam suglasan suglasna',
	orderQuestion:
		'praćenje pracenje status status_narudžbe gdje_je gdje_je_paket gdje_je_moja_narudžba gdje_je_moj_paket broj_za_praćenje broj_pošiljke narudžba paket dostava moj_paket moja_narudžba kada kad_stiže kada_stiže status_pošiljke gdje tracking',
	orderPhrases: [
		'gdje|di|gde .. je|mi|se|su .. narudžb*|narudzb*|paket*|pošiljk*|roba|dostav*|nalazi|$',
		'kada|kad .. stiže|stize|dolazi|će|ce|stići|dobivam|mogu|isporu*|dobiti|šaljete .. paket*|narudžb*|stići|doći|očekivati|dostav*|pošiljk*|biti|mi|$',
		'je|jeste|da .. li|l .. poslan*|stig*|na_putu|poslali|narudžb*|paket*|pošiljk* .. poslan*|poslali|stig*|na_putu|krenu*|$',
		'narudžb*|narudzb*|paket*|pošiljk*|roba .. još|nije|nisam .. nije|stig*|doš*|dobi*|primi*|isporučen*',
		'nisam|nije|nismo .. dobi*|primi*|stig*|doš*|isporučen* .. narudžb*|paket*|pošiljk*|još|robu|$',
		'još .. nije|nisam|uvijek .. stig*|dobi*|primi*|doš*|čekam',
		'čekam|čekamo .. narudžb*|paket*|pošiljk*|dostav*',
		'što|šta|sto .. je|se .. s|sa|događa .. narudžb*|paket*|mojim|mojom|pošiljk*',
		'broj|link|kod .. za .. praćenje|pracenje',
		'broj pošiljke',
		'status|stanje .. narudžbe|pošiljke|paketa|dostave|narudzbe',
		'koliko .. traje|dugo|još .. dostava|čekati|čekam',
		'<parcel> .. kasni|izgubljen*',
	],
	polite:
		'molim molim_vas hvala hvala_lijepa odmah sada sve svi dobar_dan bok pozdrav lijep_pozdrav lp unaprijed zahvaljujem smjesta već mi me hvala_vam vas lijepo fala',
};
