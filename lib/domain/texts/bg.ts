import { type LanguageTexts } from './texts';

// No full stop directly after an amount: in leva it ends with one ("129,90 лв.").
export const bg: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Благодарим[, {first_name}]! Вашата поръчка[ №{order_number}] е потвърдена[ (общо {total})].[ Въпроси? Обадете се на {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Добри новини! Вашата поръчка[ №{order_number}] е изпратена.[ Проследяване: {tracking}][ Очаквана доставка: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Днес куриерът носи Вашата поръчка[ №{order_number}]![ Очаквайте я до {eta_time}.][ Проблем? Обадете се на {support_phone}.][ Проследяване: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Вашата поръчка[ №{order_number}] е готова за получаване.[ Подробности: {tracking}][ Въпроси? Обадете се на {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Вашата поръчка[ №{order_number}] е доставена. Надяваме се да Ви хареса![ Нещо не е наред? Обадете се на {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Вашата поръчка[ №{order_number}] леко закъснява.[ Причина: {reason}.][ Нова очаквана дата: {eta_date}.][ Пратка: {tracking}][ За въпроси: {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Не успяхме да доставим Вашата поръчка[ №{order_number}].[ Причина: {reason}.][ Нова очаквана дата: {eta_date}.][ Пратка: {tracking}][ За въпроси: {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Вашата поръчка[ №{order_number}] се връща при нас.[ Причина: {reason}.][ За съдействие: {support_phone}.][ Подробности: {tracking}]',
		cancelled: '[{brand}: ]Вашата поръчка[ №{order_number}] е анулирана.[ Въпроси? Обадете се на {support_phone}.]',
		refunded:
			'[{brand}: ]Възстановихме сумата[ ({refund_amount})] за Вашата поръчка[ №{order_number}]. Може да постъпи след няколко дни.[ Въпроси? Обадете се на {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Възникна проблем с доставката на Вашата поръчка[ №{order_number}].[ Причина: {reason}.][ За съдействие: {support_phone}.][ Подробности: {tracking}]',
	},
	reasons: {
		address: 'неточен адрес',
		nobody_home: 'нямаше получател',
		closed: 'затворен обект',
		refused: 'отказана пратка',
		customs: 'митническа обработка',
		payment_due: 'дължима сума',
		weather: 'лошо време',
		carrier_delay: 'забавяне при куриера',
		not_collected: 'пратката не е потърсена навреме',
		lost: 'пратката е изгубена',
		damaged: 'пратката е повредена',
	},
	moreItems: 'и още {count}',
	parcel: 'Пратка {index} от {count}',
	statuses: {
		awaiting_payment: 'очаква плащане',
		label_created: 'подготвя се за изпращане',
		return_requested: 'заявено връщане',
		confirmed: 'потвърдена',
		shipped: 'пътува към Вас',
		out_for_delivery: 'при куриера за доставка',
		ready_for_pickup: 'готова за получаване',
		delivered: 'доставена',
		delayed: 'закъснява',
		failed_attempt: 'неуспешен опит за доставка',
		returned: 'връща се при нас',
		cancelled: 'анулирана',
		refunded: 'сумата е възстановена',
		exception: 'проблем с доставката',
	},
	answers: {
		optedOut:
			'[{brand}: ]Отписахте се и няма да получавате повече съобщения от нас. За да ги получавате отново, изпратете START.',
		optedOutMarketing:
			'[{brand}: ]Няма да получавате повече оферти от нас. Това не засяга съобщенията за поръчките Ви.',
		orderStopped: '[{brand}: ]Няма да получавате повече съобщения за Вашата поръчка[ №{order_number}].',
		help: '[{brand}: ]Това са съобщенията на нашия магазин.[ Помощ: {support_phone}.] Броят им варира. За отказ изпратете STOP.[ Още: {shop_url}]',
		started: '[{brand}: ]Добре дошли отново! Пак ще получавате съобщения от нас. За отказ изпратете STOP.',
		orderStatus:
			'[{brand}: ]Вашата поръчка[ №{order_number}]: {status}.[ Очаквана доставка: {eta}.][ Пратка: {tracking}][ За въпроси: {support_phone}.]',
		orderList: '[{brand}: ]Вашите поръчки: {orders}.[ За въпроси: {support_phone}.]',
		noOrder: '[{brand}: ]Не открихме текуща поръчка за Вашия номер.[ Въпроси? Обадете се на {support_phone}.]',
		acknowledgement: '[{brand}: ]Благодарим, получихме съобщението Ви.[ Спешно? Обадете се на {support_phone}.]',
	},
	listedOrder: '[№{order_number}: ]{status}',
	ratesNotice: 'Възможни са такси за съобщения и данни.',
	optIn: {
		askByReply: {
			marketing: 'За офертите ни по SMS отговорете с ДА.',
			survey: 'За кратките ни анкети по SMS отговорете с ДА.',
		},
		askByCode: {
			marketing: '{one_time_code} е Вашият код за офертите ни по SMS.',
			survey: '{one_time_code} е Вашият код за кратките ни анкети по SMS.',
		},
		askByEither: {
			marketing: 'За офертите ни по SMS отговорете с ДА или въведете код {one_time_code}.',
			survey: 'За кратките ни анкети по SMS отговорете с ДА или въведете код {one_time_code}.',
		},
		reminder: 'Напомняне: ',
		confirmed: {
			marketing: 'Благодарим, ще получавате офертите ни по SMS.',
			survey: 'Благодарим, ще получавате кратките ни анкети по SMS.',
		},
		frequency: 'До {count} SMS на месец.',
		helpAndStop: 'HELP за помощ, STOP за отказ.',
		phoneCheck: '{one_time_code} е Вашият код[ за {brand}]. Валиден е {valid_minutes} мин. Не го казвайте на никого.',
	},
	codeValues: { freeShipping: 'безплатна доставка', points: '{count} т', gift: 'подарък' },
	campaign: {
		birthdayGift:
			'Честит рожден ден[, {first_name}]! Подарък от нас: [{code_value}, ]код {code}[, до {code_expiry}].',
		winBack:
			'Ще се радваме да Ви видим отново[, {first_name}]![ За следваща поръчка: [{code_value}, ]код {code}[, до {code_expiry}].]',
		optOut: 'За отказ изпратете STOP.',
		unsubscribe: 'Отказ: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Да спрем ли всички съобщения до {phone}? Спират и тези за поръчките Ви.',
		askOffers: 'Да спрем ли офертите си до {phone}?',
		button: 'Спиране',
		done: 'Няма да получавате повече съобщения от нас на {phone}.',
		back: 'По погрешка ли беше? Изпратете START на нашия номер или се свържете с нас.',
		unknown: 'Тази връзка не работи. За да се отпишете, свържете се с нас.',
	},
};
