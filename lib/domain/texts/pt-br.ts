import { type LanguageTexts } from './texts';

export const ptBR: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Obrigado pela compra[, {first_name}]! Seu pedido[ #{order_number}] está confirmado[ (total: {total})].[ Dúvidas? Ligue para {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Boa notícia! Seu pedido[ #{order_number}] foi enviado.[ Rastreio: {tracking}][ Previsão de entrega: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Seu pedido[ #{order_number}] saiu para entrega hoje![ Previsão de chegada: até {eta_time}.][ Algum problema? Ligue para {support_phone}.][ Rastreio: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Seu pedido[ #{order_number}] está pronto para retirada.[ Detalhes: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Seu pedido[ #{order_number}] foi entregue. Aproveite![ Algo errado? Ligue para {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Atualização da entrega: seu pedido[ #{order_number}] está um pouco atrasado.[ Motivo: {reason}.][ Nova previsão de entrega: {eta_date}.][ Rastreio: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Tentamos entregar seu pedido[ #{order_number}], mas não foi possível.[ Motivo: {reason}.][ Nova previsão de entrega: {eta_date}.][ Detalhes: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Seu pedido[ #{order_number}] está voltando para a nossa loja.[ Motivo: {reason}.][ Precisa de ajuda? Ligue para {support_phone}.][ Detalhes: {tracking}]',
		cancelled: '[{brand}: ]Seu pedido[ #{order_number}] foi cancelado.[ Dúvidas? Ligue para {support_phone}.]',
		refunded:
			'[{brand}: ]Fizemos o reembolso[ de {refund_amount}] do seu pedido[ #{order_number}]. O valor pode levar alguns dias para aparecer na sua conta.[ Dúvidas? Ligue para {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Houve um problema com a entrega do seu pedido[ #{order_number}].[ Motivo: {reason}.][ Precisa de ajuda? Ligue para {support_phone}.][ Detalhes: {tracking}]',
	},
	reasons: {
		address: 'endereço incompleto ou incorreto',
		nobody_home: 'não havia ninguém para receber',
		closed: 'o estabelecimento estava fechado',
		refused: 'a entrega foi recusada',
		customs: 'liberação na alfândega',
		payment_due: 'pagamento pendente',
		weather: 'mau tempo',
		carrier_delay: 'contratempo na transportadora',
		not_collected: 'não foi retirado a tempo',
		lost: 'o pacote foi extraviado',
		damaged: 'o pacote foi danificado',
	},
	moreItems: 'e mais {count}',
	parcel: 'Pacote {index} de {count}',
	statuses: {
		awaiting_payment: 'aguardando pagamento',
		label_created: 'em preparação para envio',
		return_requested: 'devolução solicitada',
		confirmed: 'confirmado',
		shipped: 'a caminho',
		out_for_delivery: 'saiu para entrega',
		ready_for_pickup: 'pronto para retirada',
		delivered: 'entregue',
		delayed: 'atrasado',
		failed_attempt: 'tentativa de entrega falhou',
		returned: 'voltando para a nossa loja',
		cancelled: 'cancelado',
		refunded: 'reembolso feito',
		exception: 'problema com a entrega',
	},
	answers: {
		optedOut:
			'[{brand}: ]Inscrição cancelada: você não receberá mais nossas mensagens. Envie START para voltar a receber.',
		optedOutMarketing:
			'[{brand}: ]Você não receberá mais nossas ofertas por SMS. As mensagens sobre seus pedidos não são afetadas.',
		orderStopped: '[{brand}: ]Você não receberá mais mensagens sobre seu pedido[ #{order_number}].',
		help: '[{brand}: ]Este é o serviço de SMS da nossa loja.[ Ajuda: {support_phone}.] A quantidade de mensagens varia. Envie STOP para cancelar.[ Mais: {shop_url}]',
		started: '[{brand}: ]Boas-vindas de volta! Você voltará a receber nossas mensagens. Envie STOP para cancelar.',
		orderStatus:
			'[{brand}: ]Seu pedido[ #{order_number}]: {status}.[ Previsão de entrega: {eta}.][ Rastreio: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		orderList: '[{brand}: ]Seus pedidos: {orders}.[ Dúvidas? Ligue para {support_phone}.]',
		noOrder:
			'[{brand}: ]Não encontramos nenhum pedido em andamento para o seu número.[ Dúvidas? Ligue para {support_phone}.]',
		acknowledgement: '[{brand}: ]Obrigado, recebemos sua mensagem.[ É urgente? Ligue para {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Podem ser cobradas tarifas de mensagens e dados.',
	optIn: {
		askByReply: {
			marketing: 'Responda SIM para receber nossas ofertas por SMS.',
			survey: 'Responda SIM para receber nossas pesquisas rápidas por SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} é seu código para receber nossas ofertas por SMS.',
			survey: '{one_time_code} é seu código para receber nossas pesquisas rápidas por SMS.',
		},
		askByEither: {
			marketing: 'Responda SIM ou digite o código {one_time_code} para receber nossas ofertas por SMS.',
			survey: 'Responda SIM ou digite o código {one_time_code} para receber nossas pesquisas rápidas por SMS.',
		},
		reminder: 'Lembrete: ',
		confirmed: {
			marketing: 'Obrigado, você vai receber nossas ofertas por SMS.',
			survey: 'Obrigado, você vai receber nossas pesquisas rápidas por SMS.',
		},
		frequency: 'Até {count} SMS por mês.',
		helpAndStop: 'HELP para ajuda, STOP para sair.',
		phoneCheck: '{one_time_code} é seu código[ para {brand}]. Vale por {valid_minutes} min. Não conte a ninguém.',
	},
	codeValues: { freeShipping: 'frete grátis', points: '{count} pts', gift: 'um brinde' },
	campaign: {
		birthdayGift:
			'Feliz aniversário[, {first_name}]! Nosso presente: [{code_value}, ]código {code}[, válido até {code_expiry}].',
		winBack:
			'Vamos adorar ver você de novo[, {first_name}]![ Para o seu próximo pedido: [{code_value}, ]código {code}[, válido até {code_expiry}].]',
		optOut: 'Envie STOP para cancelar.',
		unsubscribe: 'Para sair: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Não quer mais receber nossas mensagens no {phone}? As mensagens sobre seus pedidos também serão encerradas.',
		askOffers: 'Não quer mais receber nossas ofertas por SMS no {phone}?',
		button: 'Parar de receber',
		done: 'Você não receberá mais nossas mensagens no {phone}.',
		back: 'Foi engano? Envie START para o nosso número ou fale conosco.',
		unknown: 'Este link não funciona. Para parar de receber mensagens, fale conosco.',
	},
};
