import { type LanguageTexts } from './texts';

// Words without ê, ç and û where there is a choice: é, è, à and ù are in GSM-7, so most of these texts need no stripping.
export const fr: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand} : ]Merci[, {first_name}] ! Votre commande[ #{order_number}] est confirmée[ (total : {total})].[ Une question ? Appelez le {support_phone}.]',
		shipped:
			'[{brand} : ][{parcel} : ]Bonne nouvelle ! Votre commande[ #{order_number}] a été expédiée.[ Suivi : {tracking}][ Livraison prévue le {eta_date}.]',
		out_for_delivery:
			"[{brand} : ][{parcel} : ]Votre commande[ #{order_number}] est en cours de livraison aujourd'hui ![ Arrivée prévue avant {eta_time}.][ En cas de souci, appelez le {support_phone}.][ Suivi : {tracking}]",
		ready_for_pickup:
			'[{brand} : ][{parcel} : ]Votre commande[ #{order_number}] est disponible pour le retrait.[ Détails : {tracking}][ Une question ? Appelez le {support_phone}.]',
		delivered:
			"[{brand} : ][{parcel} : ]Votre commande[ #{order_number}] a été livrée. Nous espérons qu'elle vous plaira ![ Un souci ? Appelez le {support_phone}.]",
		delayed:
			'[{brand} : ][{parcel} : ]Info livraison : votre commande[ #{order_number}] a un peu de retard[ ({reason})].[ Nouvelle livraison prévue le {eta_date}.][ Suivi : {tracking}][ Une question ? Appelez le {support_phone}.]',
		failed_attempt:
			"[{brand} : ][{parcel} : ]Nous n'avons pas pu livrer votre commande[ #{order_number}][ : {reason}].[ Nouvelle livraison prévue le {eta_date}.][ Détails : {tracking}][ Une question ? Appelez le {support_phone}.]",
		returned:
			"[{brand} : ][{parcel} : ]Votre commande[ #{order_number}] nous est retournée[ : {reason}].[ Besoin d'aide ? Appelez le {support_phone}.][ Détails : {tracking}]",
		cancelled:
			'[{brand} : ]Votre commande[ #{order_number}] a été annulée.[ Une question ? Appelez le {support_phone}.]',
		refunded:
			'[{brand} : ]Nous avons effectué un remboursement[ de {refund_amount}] pour votre commande[ #{order_number}]. Il peut mettre quelques jours à arriver sur votre compte.[ Une question ? Appelez le {support_phone}.]',
		exception:
			"[{brand} : ][{parcel} : ]Un problème est survenu lors de la livraison de votre commande[ #{order_number}][ : {reason}].[ Besoin d'aide ? Appelez le {support_phone}.][ Détails : {tracking}]",
	},
	reasons: {
		address: 'adresse incomplète ou incorrecte',
		nobody_home: 'personne sur place pour la recevoir',
		closed: 'établissement fermé',
		refused: 'livraison refusée',
		customs: 'passage en douane',
		payment_due: 'paiement en attente',
		weather: 'intempéries',
		carrier_delay: 'contretemps chez le transporteur',
		not_collected: 'colis non retiré à temps',
		lost: 'colis perdu',
		damaged: 'colis endommagé',
	},
	moreItems: 'et {count} de plus',
	parcel: 'Colis {index} sur {count}',
	statuses: {
		awaiting_payment: 'en attente de paiement',
		label_created: 'en cours de préparation',
		return_requested: 'retour demandé',
		confirmed: 'confirmée',
		shipped: 'en route',
		out_for_delivery: 'en cours de livraison',
		ready_for_pickup: 'disponible pour le retrait',
		delivered: 'livrée',
		delayed: 'retardée',
		failed_attempt: 'échec de la livraison',
		returned: 'en retour vers notre boutique',
		cancelled: 'annulée',
		refunded: 'remboursement effectué',
		exception: 'problème de livraison',
	},
	answers: {
		optedOut:
			'[{brand} : ]Désinscription confirmée : vous ne recevrez plus de SMS de notre part. Envoyez START pour les recevoir à nouveau.',
		optedOutMarketing:
			'[{brand} : ]Vous ne recevrez plus nos offres par SMS. Les messages sur vos commandes ne sont pas concernés.',
		orderStopped: '[{brand} : ]Vous ne recevrez plus de messages sur votre commande[ #{order_number}].',
		help: '[{brand} : ]Service SMS de notre boutique.[ Aide : {support_phone}.] Le nombre de messages varie. Envoyez STOP pour vous désinscrire.[ Infos : {shop_url}]',
		started: '[{brand} : ]Bon retour parmi nous ! Vous recevrez à nouveau nos SMS. Envoyez STOP pour vous désinscrire.',
		orderStatus:
			'[{brand} : ]Votre commande[ #{order_number}] : {status}.[ Livraison prévue : {eta}.][ Suivi : {tracking}][ Une question ? Appelez le {support_phone}.]',
		orderList: '[{brand} : ]Vos commandes : {orders}.[ Une question ? Appelez le {support_phone}.]',
		noOrder:
			"[{brand} : ]Nous n'avons trouvé aucune commande en cours pour votre numéro.[ Une question ? Appelez le {support_phone}.]",
		acknowledgement:
			'[{brand} : ]Merci, nous avons bien reçu votre message.[ Une urgence ? Appelez le {support_phone}.]',
	},
	listedOrder: '[#{order_number} : ]{status}',
	ratesNotice: "Des frais de messages et de données peuvent s'appliquer.",
	optIn: {
		askByReply: {
			marketing: 'Répondez OUI pour recevoir nos offres par SMS.',
			survey: 'Répondez OUI pour recevoir nos courts sondages par SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} est votre code pour recevoir nos offres par SMS.',
			survey: '{one_time_code} est votre code pour recevoir nos courts sondages par SMS.',
		},
		askByEither: {
			marketing: 'Répondez OUI ou saisissez le code {one_time_code} pour recevoir nos offres par SMS.',
			survey: 'Répondez OUI ou saisissez le code {one_time_code} pour recevoir nos courts sondages par SMS.',
		},
		reminder: 'Rappel : ',
		confirmed: {
			marketing: 'Merci, vous recevrez nos offres par SMS.',
			survey: 'Merci, vous recevrez nos courts sondages par SMS.',
		},
		frequency: 'Maximum {count} SMS par mois.',
		helpAndStop: "HELP pour l'aide, STOP pour arrêter.",
		phoneCheck:
			'{one_time_code} est votre code[ pour {brand}]. Il est valable {valid_minutes} min. Ne le donnez à personne.',
	},
	codeValues: { freeShipping: 'livraison offerte', points: '{count} pts', gift: 'un cadeau' },
	campaign: {
		birthdayGift:
			"Joyeux anniversaire[, {first_name}] ! Notre cadeau : [{code_value}, ]code {code}[, valable jusqu'au {code_expiry}].",
		winBack:
			"Au plaisir de vous revoir[, {first_name}] ![ Sur votre commande : [{code_value}, ]code {code}[, valable jusqu'au {code_expiry}].]",
		optOut: 'Envoyez STOP pour vous désinscrire.',
		unsubscribe: 'Désinscription : {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Ne plus recevoir nos SMS au {phone} ? Les messages sur vos commandes cesseront aussi.',
		askOffers: 'Ne plus recevoir nos offres par SMS au {phone} ?',
		button: 'Me désinscrire',
		done: 'Vous ne recevrez plus de SMS de notre part au {phone}.',
		back: 'Une erreur ? Envoyez START à notre numéro ou contactez-nous.',
		unknown: 'Ce lien ne fonctionne pas. Pour vous désinscrire, contactez-nous.',
	},
};
