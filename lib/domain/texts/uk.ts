import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative.
export const uk: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Дякуємо! Ваше замовлення[ №{order_number}] підтверджено[ (сума: {total})].[ Є запитання? Телефонуйте: {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Гарна новина! Ваше замовлення[ №{order_number}] відправлено.[ Відстеження: {tracking}][ Очікувана доставка: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Кур’єр сьогодні везе Ваше замовлення[ №{order_number}]![ Очікуйте до {eta_time}.][ Щось не так? Телефонуйте: {support_phone}.][ Відстеження: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Ваше замовлення[ №{order_number}] готове до видачі.[ Деталі: {tracking}][ Є запитання? Телефонуйте: {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Ваше замовлення[ №{order_number}] доставлено. Сподіваємося, Вам сподобається![ Щось не так? Телефонуйте: {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Ваше замовлення[ №{order_number}] трохи затримується.[ Причина: {reason}.][ Нова очікувана дата: {eta_date}.][ Деталі: {tracking}][ Довідки: {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Не вдалося доставити замовлення[ №{order_number}].[ Причина: {reason}.][ Нова очікувана дата: {eta_date}.][ Деталі: {tracking}][ Довідки: {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Ваше замовлення[ №{order_number}] повертається до нас.[ Причина: {reason}.][ Допоможемо: {support_phone}.][ Деталі: {tracking}]',
		cancelled: '[{brand}: ]Ваше замовлення[ №{order_number}] скасовано.[ Є запитання? Телефонуйте: {support_phone}.]',
		refunded:
			'[{brand}: ]Ми повернули кошти[ ({refund_amount})] за замовлення[ №{order_number}]. Вони можуть надійти за кілька днів.[ Є запитання? Телефонуйте: {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Виникла проблема з доставкою Вашого замовлення[ №{order_number}].[ Причина: {reason}.][ Допоможемо: {support_phone}.][ Деталі: {tracking}]',
	},
	reasons: {
		address: 'неточна адреса',
		nobody_home: 'нікого не застали',
		closed: 'заклад був зачинений',
		refused: 'відмова від отримання',
		customs: 'митне оформлення',
		payment_due: 'очікується оплата',
		weather: 'негода',
		carrier_delay: 'збій у перевізника',
		not_collected: 'посилку вчасно не забрали',
		lost: 'посилку втрачено',
		damaged: 'посилку пошкоджено',
	},
	moreItems: 'і ще {count}',
	parcel: 'Посилка {index} з {count}',
	statuses: {
		awaiting_payment: 'очікує оплати',
		label_created: 'готується до відправлення',
		return_requested: 'подано запит на повернення',
		confirmed: 'підтверджено',
		shipped: 'у дорозі',
		out_for_delivery: 'передано кур’єру',
		ready_for_pickup: 'готове до видачі',
		delivered: 'доставлено',
		delayed: 'затримується',
		failed_attempt: 'спроба доставки невдала',
		returned: 'повертається до нас',
		cancelled: 'скасовано',
		refunded: 'кошти повернено',
		exception: 'проблема з доставкою',
	},
	answers: {
		optedOut:
			'[{brand}: ]Ви відписалися й більше не отримуватимете наших повідомлень. Щоб отримувати їх знову, надішліть START.',
		optedOutMarketing:
			'[{brand}: ]Ви більше не отримуватимете наших пропозицій. Це не стосується повідомлень про Ваші замовлення.',
		orderStopped: '[{brand}: ]Ви більше не отримуватимете повідомлень про замовлення[ №{order_number}].',
		help: '[{brand}: ]Це повідомлення нашого магазину.[ Допоможемо: {support_phone}.] Їх кількість різна. Щоб відписатися, надішліть STOP.[ Деталі: {shop_url}]',
		started: '[{brand}: ]З поверненням! Ви знову отримуватимете наші повідомлення. Щоб відписатися, надішліть STOP.',
		orderStatus:
			'[{brand}: ]Ваше замовлення[ №{order_number}]: {status}.[ Очікувана доставка: {eta}.][ Деталі: {tracking}][ Довідки: {support_phone}.]',
		orderList: '[{brand}: ]Ваші замовлення: {orders}.[ Довідки: {support_phone}.]',
		noOrder: '[{brand}: ]За Вашим номером немає активних замовлень.[ Є запитання? Телефонуйте: {support_phone}.]',
		acknowledgement: '[{brand}: ]Дякуємо, ми отримали Ваше повідомлення.[ Терміново? Телефонуйте: {support_phone}.]',
	},
	listedOrder: '[№{order_number}: ]{status}',
	ratesNotice: 'Можлива плата за повідомлення та дані.',
	optIn: {
		askByReply: {
			marketing: 'Хочете наші пропозиції в SMS? Надішліть ТАК.',
			survey: 'Хочете наші короткі опитування в SMS? Надішліть ТАК.',
		},
		askByCode: {
			marketing: '{one_time_code} - Ваш код, щоб отримувати наші пропозиції в SMS.',
			survey: '{one_time_code} - Ваш код, щоб отримувати наші короткі опитування в SMS.',
		},
		askByEither: {
			marketing: 'Хочете наші пропозиції в SMS? Надішліть ТАК або введіть код {one_time_code}.',
			survey: 'Хочете наші короткі опитування в SMS? Надішліть ТАК або введіть код {one_time_code}.',
		},
		reminder: 'Нагадуємо: ',
		confirmed: {
			marketing: 'Дякуємо, Ви отримуватимете наші пропозиції в SMS.',
			survey: 'Дякуємо, Ви отримуватимете наші короткі опитування в SMS.',
		},
		frequency: 'До {count} SMS на місяць.',
		helpAndStop: 'HELP - допомога, STOP - відмова.',
		phoneCheck: '{one_time_code} - Ваш код[ ({brand})]. Діє {valid_minutes} хв. Нікому його не повідомляйте.',
	},
	codeValues: { freeShipping: 'безкоштовна доставка', points: '{count} б', gift: 'подарунок' },
	campaign: {
		birthdayGift:
			'З днем народження! Наш подарунок: [{code_value}, ]код {code}[, діє до {code_expiry}].',
		winBack:
			'Будемо раді бачити Вас знову![ На наступне замовлення: [{code_value}, ]код {code}[, діє до {code_expiry}].]',
		optOut: 'Відписатися: STOP.',
		unsubscribe: 'Відписатися: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Більше не надсилати Вам наші повідомлення на {phone}? Повідомлень про Ваші замовлення теж не буде.',
		askOffers: 'Більше не надсилати Вам наші пропозиції на {phone}?',
		button: 'Відписатися',
		done: 'Ви більше не отримуватимете наших повідомлень на {phone}.',
		back: 'Це помилка? Надішліть START на наш номер або зв’яжіться з нами.',
		unknown: 'Це посилання не працює. Щоб відписатися, зв’яжіться з нами.',
	},
};
