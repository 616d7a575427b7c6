import { type LanguageTexts } from './texts';

export const pt: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Agradecemos a sua compra[, {first_name}]! A encomenda[ #{order_number}] está confirmada[ (total: {total})].[ Dúvidas? Ligue para {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Boas notícias! A sua encomenda[ #{order_number}] já foi enviada.[ Seguimento: {tracking}][ Entrega prevista: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]A sua encomenda[ #{order_number}] saiu hoje para entrega![ Chegada prevista até às {eta_time}.][ Algum problema? Ligue para {support_phone}.][ Seguimento: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]A sua encomenda[ #{order_number}] está pronta para levantamento.[ Detalhes: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]A sua encomenda[ #{order_number}] foi entregue. Esperamos que goste![ Algo não está bem? Ligue para {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Atualização da entrega: a sua encomenda[ #{order_number}] está um pouco atrasada.[ Motivo: {reason}.][ Nova data prevista: {eta_date}.][ Seguimento: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Tentámos entregar a sua encomenda[ #{order_number}], mas não foi possível.[ Motivo: {reason}.][ Nova data prevista: {eta_date}.][ Detalhes: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]A sua encomenda[ #{order_number}] está a ser devolvida à nossa loja.[ Motivo: {reason}.][ Precisa de ajuda? Ligue para {support_phone}.][ Detalhes: {tracking}]',
		cancelled: '[{brand}: ]A sua encomenda[ #{order_number}] foi cancelada.[ Dúvidas? Ligue para {support_phone}.]',
		refunded:
			'[{brand}: ]Efetuámos um reembolso[ de {refund_amount}] relativo à sua encomenda[ #{order_number}]. O valor pode demorar alguns dias a ficar disponível.[ Dúvidas? Ligue para {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Há um problema com a entrega da sua encomenda[ #{order_number}].[ Motivo: {reason}.][ Precisa de ajuda? Ligue para {support_phone}.][ Detalhes: {tracking}]',
	},
	reasons: {
		address: 'morada incompleta ou incorreta',
		nobody_home: 'não estava ninguém para a receber',
		closed: 'o estabelecimento estava fechado',
		refused: 'a entrega foi recusada',
		customs: 'desalfandegamento',
		payment_due: 'pagamento em falta',
		weather: 'mau tempo',
		carrier_delay: 'contratempo na transportadora',
		not_collected: 'não foi levantada a tempo',
		lost: 'a encomenda extraviou-se',
		damaged: 'a encomenda ficou danificada',
	},
	moreItems: 'e mais {count}',
	parcel: 'Encomenda {index} de {count}',
	statuses: {
		awaiting_payment: 'a aguardar pagamento',
		label_created: 'em preparação para envio',
		return_requested: 'devolução pedida',
		confirmed: 'confirmada',
		shipped: 'a caminho',
		out_for_delivery: 'saiu para entrega',
		ready_for_pickup: 'pronta para levantamento',
		delivered: 'entregue',
		delayed: 'atrasada',
		failed_attempt: 'tentativa de entrega falhada',
		returned: 'a ser devolvida à nossa loja',
		cancelled: 'cancelada',
		refunded: 'reembolso efetuado',
		exception: 'problema com a entrega',
	},
	answers: {
		optedOut:
			'[{brand}: ]A subscrição foi cancelada e não receberá mais mensagens nossas. Envie START para as voltar a receber.',
		optedOutMarketing:
			'[{brand}: ]Não receberá mais ofertas nossas por SMS. As mensagens sobre as suas encomendas não são afetadas.',
		orderStopped: '[{brand}: ]Não receberá mais mensagens sobre a sua encomenda[ #{order_number}].',
		help: '[{brand}: ]Este é o serviço de SMS da nossa loja.[ Ajuda: {support_phone}.] O número de mensagens varia. Envie STOP para cancelar.[ Mais: {shop_url}]',
		started: '[{brand}: ]Boas-vindas de novo! Voltará a receber mensagens nossas. Envie STOP para cancelar.',
		orderStatus:
			'[{brand}: ]A sua encomenda[ #{order_number}]: {status}.[ Entrega prevista: {eta}.][ Seguimento: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		orderList: '[{brand}: ]As suas encomendas: {orders}.[ Dúvidas? Ligue para {support_phone}.]',
		noOrder:
			'[{brand}: ]Não encontrámos nenhuma encomenda em curso para o seu número.[ Dúvidas? Ligue para {support_phone}.]',
		acknowledgement:
			'[{brand}: ]Agradecemos a sua mensagem, que já recebemos.[ É urgente? Ligue para {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Podem aplicar-se tarifas de mensagens e dados.',
	optIn: {
		askByReply: {
			marketing: 'Responda SIM para receber as nossas ofertas por SMS.',
			survey: 'Responda SIM para receber os nossos inquéritos por SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} é o seu código para receber as nossas ofertas por SMS.',
			survey: '{one_time_code} é o seu código para receber os nossos inquéritos por SMS.',
		},
		askByEither: {
			marketing: 'Responda SIM ou use o código {one_time_code} para receber as nossas ofertas por SMS.',
			survey: 'Responda SIM ou use o código {one_time_code} para receber os nossos inquéritos por SMS.',
		},
		reminder: 'Lembrete: ',
		confirmed: {
			marketing: 'Obrigado, vai receber as nossas ofertas por SMS.',
			survey: 'Obrigado, vai receber os nossos inquéritos por SMS.',
		},
		frequency: 'Máximo de {count} SMS por mês.',
		helpAndStop: 'HELP para ajuda, STOP para cancelar.',
		phoneCheck:
			'{one_time_code} é o seu código[ para {brand}]. É válido por {valid_minutes} min. Não o diga a ninguém.',
	},
	codeValues: { freeShipping: 'portes grátis', points: '{count} pts', gift: 'uma oferta' },
	campaign: {
		birthdayGift:
			'Feliz aniversário[, {first_name}]! A nossa prenda: [{code_value}, ]código {code}[, válido até {code_expiry}].',
		winBack:
			'Gostaríamos de contar consigo de novo[, {first_name}]![ Para a próxima encomenda: [{code_value}, ]código {code}[, válido até {code_expiry}].]',
		optOut: 'Envie STOP para cancelar.',
		unsubscribe: 'Cancelar: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Não quer receber mais mensagens nossas no {phone}? As mensagens sobre as suas encomendas também terminam.',
		askOffers: 'Não quer receber mais ofertas nossas por SMS no {phone}?',
		button: 'Deixar de receber',
		done: 'Não receberá mais mensagens nossas no {phone}.',
		back: 'Foi engano? Envie START para o nosso número ou contacte-nos.',
		unknown: 'Esta ligação não funciona. Para deixar de receber mensagens, contacte-nos.',
	},
};
