import { type LanguageTexts } from './texts';

// For Spain and Latin America: words that both use (recoger, pedido, paquete), and tú as online shops on both sides do.
// No full stop directly after {eta_time}: in most of Latin America it ends with one ("6:30 p. m.").
export const es: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]¡Gracias[, {first_name}]! Tu pedido[ #{order_number}] está confirmado[ (total: {total})].[ ¿Dudas? Llámanos al {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]¡Buenas noticias! Tu pedido[ #{order_number}] ya está en camino.[ Seguimiento: {tracking}][ Entrega prevista: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]¡Tu pedido[ #{order_number}] está en reparto hoy![ Llegada prevista: {eta_time} o antes.][ ¿Algún problema? Llámanos al {support_phone}.][ Seguimiento: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Tu pedido[ #{order_number}] está listo para recoger.[ Detalles: {tracking}][ ¿Dudas? Llámanos al {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Tu pedido[ #{order_number}] ha sido entregado. ¡Que lo disfrutes![ ¿Algo no está bien? Llámanos al {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Novedades de tu entrega: el pedido[ #{order_number}] se ha retrasado un poco.[ Motivo: {reason}.][ Nueva entrega prevista: {eta_date}.][ Seguimiento: {tracking}][ ¿Dudas? Llámanos al {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Intentamos entregar tu pedido[ #{order_number}], pero no fue posible.[ Motivo: {reason}.][ Nueva entrega prevista: {eta_date}.][ Detalles: {tracking}][ ¿Dudas? Llámanos al {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]El transportista nos está devolviendo tu pedido[ #{order_number}].[ Motivo: {reason}.][ ¿Necesitas ayuda? Llámanos al {support_phone}.][ Detalles: {tracking}]',
		cancelled: '[{brand}: ]Tu pedido[ #{order_number}] ha sido cancelado.[ ¿Dudas? Llámanos al {support_phone}.]',
		refunded:
			'[{brand}: ]Hemos hecho un reembolso[ de {refund_amount}] por tu pedido[ #{order_number}]. El dinero puede tardar unos días en llegar.[ ¿Dudas? Llámanos al {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Hay un problema con la entrega de tu pedido[ #{order_number}].[ Motivo: {reason}.][ ¿Necesitas ayuda? Llámanos al {support_phone}.][ Detalles: {tracking}]',
	},
	reasons: {
		address: 'dirección incompleta o incorrecta',
		nobody_home: 'no había nadie para recibirlo',
		closed: 'el establecimiento estaba cerrado',
		refused: 'se rechazó la entrega',
		customs: 'trámites de aduana',
		payment_due: 'pago pendiente',
		weather: 'mal tiempo',
		carrier_delay: 'contratiempo del transportista',
		not_collected: 'no se recogió a tiempo',
		lost: 'el paquete se extravió',
		damaged: 'el paquete sufrió daños',
	},
	moreItems: 'y {count} más',
	parcel: 'Paquete {index} de {count}',
	statuses: {
		awaiting_payment: 'pendiente de pago',
		label_created: 'en preparación para el envío',
		return_requested: 'devolución solicitada',
		confirmed: 'confirmado',
		shipped: 'en camino',
		out_for_delivery: 'en reparto',
		ready_for_pickup: 'listo para recoger',
		delivered: 'entregado',
		delayed: 'con retraso',
		failed_attempt: 'intento de entrega fallido',
		returned: 'en devolución a la tienda',
		cancelled: 'cancelado',
		refunded: 'reembolso realizado',
		exception: 'problema con la entrega',
	},
	answers: {
		optedOut:
			'[{brand}: ]Te has dado de baja y no recibirás más mensajes nuestros. Envía START para volver a recibirlos.',
		optedOutMarketing:
			'[{brand}: ]No recibirás más ofertas nuestras por SMS. Esto no afecta a los mensajes sobre tus pedidos.',
		orderStopped: '[{brand}: ]No recibirás más mensajes sobre tu pedido[ #{order_number}].',
		help: '[{brand}: ]Este es el servicio de SMS de nuestra tienda.[ Ayuda: {support_phone}.] La frecuencia varía. Envía STOP para darte de baja.[ Más: {shop_url}]',
		started: '[{brand}: ]¡Hola de nuevo! Volverás a recibir mensajes nuestros. Envía STOP para darte de baja.',
		orderStatus:
			'[{brand}: ]Tu pedido[ #{order_number}]: {status}.[ Entrega prevista: {eta}.][ Seguimiento: {tracking}][ ¿Dudas? Llámanos al {support_phone}.]',
		orderList: '[{brand}: ]Tus pedidos: {orders}.[ ¿Dudas? Llámanos al {support_phone}.]',
		noOrder: '[{brand}: ]No encontramos ningún pedido en curso con tu número.[ ¿Dudas? Llámanos al {support_phone}.]',
		acknowledgement: '[{brand}: ]Gracias, hemos recibido tu mensaje.[ ¿Es urgente? Llámanos al {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Pueden aplicarse tarifas de mensajes y datos.',
	optIn: {
		askByReply: {
			marketing: 'Responde SÍ para recibir nuestras ofertas por SMS.',
			survey: 'Responde SÍ para recibir nuestras encuestas breves por SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} es tu código para recibir nuestras ofertas por SMS.',
			survey: '{one_time_code} es tu código para recibir nuestras encuestas breves por SMS.',
		},
		askByEither: {
			marketing: 'Responde SÍ o usa el código {one_time_code} para recibir nuestras ofertas por SMS.',
			survey: 'Responde SÍ o usa el código {one_time_code} para recibir nuestras encuestas breves por SMS.',
		},
		reminder: 'Recordatorio: ',
		confirmed: {
			marketing: 'Gracias, recibirás nuestras ofertas por SMS.',
			survey: 'Gracias, recibirás nuestras encuestas breves por SMS.',
		},
		frequency: 'Máximo {count} SMS al mes.',
		helpAndStop: 'HELP para ayuda, STOP para cancelar.',
		phoneCheck: '{one_time_code} es tu código[ de {brand}]. Es válido {valid_minutes} min. No se lo digas a nadie.',
	},
	codeValues: { freeShipping: 'envío gratis', points: '{count} pts', gift: 'un regalo' },
	campaign: {
		birthdayGift:
			'¡Feliz cumpleaños[, {first_name}]! Nuestro regalo: [{code_value}, ]código {code}[, hasta el {code_expiry}].',
		winBack:
			'¡Nos encantaría verte de nuevo[, {first_name}]![ Para tu próximo pedido: [{code_value}, ]código {code}[, hasta el {code_expiry}].]',
		optOut: 'Envía STOP para darte de baja.',
		unsubscribe: 'Baja: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: '¿No quieres recibir más mensajes nuestros en el {phone}? También dejarás de recibir los de tus pedidos.',
		askOffers: '¿No quieres recibir más ofertas nuestras por SMS en el {phone}?',
		button: 'Darme de baja',
		done: 'No recibirás más mensajes nuestros en el {phone}.',
		back: '¿Ha sido un error? Envía START a nuestro número o ponte en contacto con nosotros.',
		unknown: 'Este enlace no funciona. Para darte de baja, ponte en contacto con nosotros.',
	},
};
