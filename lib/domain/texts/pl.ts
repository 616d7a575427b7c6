import { type LanguageTexts } from './texts';

export const pl: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Dziękujemy[, {first_name}]! Potwierdzamy zamówienie[ #{order_number}][ (kwota: {total})].[ Pytania? Zadzwoń: {support_phone}.]',
		shipped:
			'[{brand}: ]Dobra wiadomość! Twoje zamówienie[ #{order_number}] zostało wysłane.[ Śledzenie: {tracking}][ Przewidywana dostawa: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Twoje zamówienie[ #{order_number}] jest dziś w doręczeniu![ Przewidywana dostawa do godz. {eta_time}.][ W razie problemów zadzwoń: {support_phone}.][ Śledzenie: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Twoje zamówienie[ #{order_number}] czeka na odbiór.[ Szczegóły: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		delivered:
			'[{brand}: ]Twoje zamówienie[ #{order_number}] zostało dostarczone. Mamy nadzieję, że się spodoba![ Coś nie tak? Zadzwoń: {support_phone}.]',
		delayed:
			'[{brand}: ]Informacja o dostawie: Twoje zamówienie[ #{order_number}] dotrze z niewielkim opóźnieniem.[ Powód: {reason}.][ Nowy przewidywany termin: {eta_date}.][ Śledzenie: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Nie udało się doręczyć Twojego zamówienia[ #{order_number}].[ Powód: {reason}.][ Nowy przewidywany termin: {eta_date}.][ Szczegóły: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		returned:
			'[{brand}: ]Twoje zamówienie[ #{order_number}] wraca do nas.[ Powód: {reason}.][ Chętnie pomożemy: {support_phone}.][ Szczegóły: {tracking}]',
		cancelled: '[{brand}: ]Twoje zamówienie[ #{order_number}] zostało anulowane.[ Pytania? Zadzwoń: {support_phone}.]',
		refunded:
			'[{brand}: ]Zwróciliśmy pieniądze[ ({refund_amount})] za Twoje zamówienie[ #{order_number}]. Mogą pojawić się na koncie dopiero po kilku dniach.[ Pytania? Zadzwoń: {support_phone}.]',
		exception:
			'[{brand}: ]Wystąpił problem z dostawą Twojego zamówienia[ #{order_number}].[ Powód: {reason}.][ Chętnie pomożemy: {support_phone}.][ Szczegóły: {tracking}]',
	},
	reasons: {
		address: 'niepełny lub błędny adres',
		nobody_home: 'pod adresem nikogo nie było',
		closed: 'firma była nieczynna',
		refused: 'odmowa przyjęcia przesyłki',
		customs: 'odprawa celna',
		payment_due: 'brak wymaganej płatności',
		weather: 'złe warunki pogodowe',
		carrier_delay: 'utrudnienia po stronie przewoźnika',
		not_collected: 'przesyłki nie odebrano na czas',
		lost: 'przesyłka zaginęła',
		damaged: 'przesyłka została uszkodzona',
	},
	moreItems: 'i jeszcze {count}',
};
