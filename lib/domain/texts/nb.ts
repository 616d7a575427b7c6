import { type LanguageTexts } from './texts';

export const nb: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Takk[, {first_name}]! Din bestilling[ #{order_number}] er bekreftet[ (totalt {total})].[ Spørsmål? Ring {support_phone}.]',
		shipped:
			'[{brand}: ]Gode nyheter! Din bestilling[ #{order_number}] er sendt.[ Spor pakken: {tracking}][ Forventet levering: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Din bestilling[ #{order_number}] er ute for levering i dag![ Forventet ankomst: innen kl. {eta_time}.][ Problemer? Ring {support_phone}.][ Spor pakken: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Din bestilling[ #{order_number}] er klar til henting.[ Mer info: {tracking}][ Spørsmål? Ring {support_phone}.]',
		delivered:
			'[{brand}: ]Din bestilling[ #{order_number}] er levert. Håper du blir fornøyd![ Er noe galt? Ring {support_phone}.]',
		delayed:
			'[{brand}: ]Leveringsinfo: Din bestilling[ #{order_number}] er litt forsinket.[ Årsak: {reason}.][ Ny forventet levering: {eta_date}.][ Spor pakken: {tracking}][ Spørsmål? Ring {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Vi forsøkte å levere bestillingen din[ #{order_number}], men lyktes ikke.[ Årsak: {reason}.][ Ny forventet levering: {eta_date}.][ Mer info: {tracking}][ Spørsmål? Ring {support_phone}.]',
		returned:
			'[{brand}: ]Din bestilling[ #{order_number}] er på vei tilbake til oss.[ Årsak: {reason}.][ Trenger du hjelp? Ring {support_phone}.][ Mer info: {tracking}]',
		cancelled: '[{brand}: ]Din bestilling[ #{order_number}] er kansellert.[ Spørsmål? Ring {support_phone}.]',
		refunded:
			'[{brand}: ]Vi har refundert[ {refund_amount} for] din bestilling[ #{order_number}]. Det kan ta noen dager før pengene er på kontoen din.[ Spørsmål? Ring {support_phone}.]',
		exception:
			'[{brand}: ]Det har oppstått et problem med leveringen av din bestilling[ #{order_number}].[ Årsak: {reason}.][ Trenger du hjelp? Ring {support_phone}.][ Mer info: {tracking}]',
	},
	reasons: {
		address: 'ufullstendig eller feil adresse',
		nobody_home: 'ingen var til stede for å ta imot',
		closed: 'bedriften var stengt',
		refused: 'leveringen ble avvist',
		customs: 'tollbehandling',
		payment_due: 'utestående betaling',
		weather: 'dårlig vær',
		carrier_delay: 'forsinkelse hos transportøren',
		not_collected: 'pakken ble ikke hentet i tide',
		lost: 'pakken har kommet bort',
		damaged: 'pakken er skadet',
	},
	moreItems: 'og {count} til',
};
