import { type LanguageTexts } from './texts';

export const it: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Grazie[, {first_name}]! Il tuo ordine[ #{order_number}] è confermato[ (totale: {total})].[ Domande? Chiama il {support_phone}.]',
		shipped:
			'[{brand}: ]Buone notizie! Il tuo ordine[ #{order_number}] è stato spedito.[ Segui la spedizione: {tracking}][ Consegna prevista: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Il tuo ordine[ #{order_number}] è in consegna oggi![ Arrivo previsto entro le {eta_time}.][ Problemi? Chiama il {support_phone}.][ Segui la spedizione: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Il tuo ordine[ #{order_number}] è pronto per il ritiro.[ Dettagli: {tracking}][ Domande? Chiama il {support_phone}.]',
		delivered:
			'[{brand}: ]Il tuo ordine[ #{order_number}] è stato consegnato. Speriamo che ti piaccia![ Qualcosa non va? Chiama il {support_phone}.]',
		delayed:
			'[{brand}: ]Aggiornamento consegna: il tuo ordine[ #{order_number}] è in leggero ritardo.[ Motivo: {reason}.][ Nuova consegna prevista: {eta_date}.][ Segui la spedizione: {tracking}][ Domande? Chiama il {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Non siamo riusciti a consegnare il tuo ordine[ #{order_number}].[ Motivo: {reason}.][ Nuova consegna prevista: {eta_date}.][ Dettagli: {tracking}][ Domande? Chiama il {support_phone}.]',
		returned:
			'[{brand}: ]Il corriere ci sta restituendo il tuo ordine[ #{order_number}].[ Motivo: {reason}.][ Serve aiuto? Chiama il {support_phone}.][ Dettagli: {tracking}]',
		cancelled: '[{brand}: ]Il tuo ordine[ #{order_number}] è stato annullato.[ Domande? Chiama il {support_phone}.]',
		refunded:
			"[{brand}: ]Abbiamo disposto il rimborso[ di {refund_amount}] per il tuo ordine[ #{order_number}]. L'accredito può richiedere qualche giorno.[ Domande? Chiama il {support_phone}.]",
		exception:
			"[{brand}: ]C'è un problema con la consegna del tuo ordine[ #{order_number}].[ Motivo: {reason}.][ Serve aiuto? Chiama il {support_phone}.][ Dettagli: {tracking}]",
	},
	reasons: {
		address: 'indirizzo incompleto o errato',
		nobody_home: "non c'era nessuno a ricevere il pacco",
		closed: "l'attività era chiusa",
		refused: 'consegna rifiutata',
		customs: 'pratiche doganali',
		payment_due: 'pagamento in sospeso',
		weather: 'maltempo',
		carrier_delay: 'rallentamento del corriere',
		not_collected: 'non ritirato in tempo',
		lost: 'pacco smarrito',
		damaged: 'pacco danneggiato',
	},
	moreItems: 'e {count} in più',
};
