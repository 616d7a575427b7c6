import { type LanguageTexts } from './texts';

export const ptBR: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Obrigado pela compra[, {first_name}]! Seu pedido[ #{order_number}] está confirmado[ (total: {total})].[ Dúvidas? Ligue para {support_phone}.]',
		shipped:
			'[{brand}: ]Boa notícia! Seu pedido[ #{order_number}] foi enviado.[ Rastreio: {tracking}][ Previsão de entrega: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Seu pedido[ #{order_number}] saiu para entrega hoje![ Previsão de chegada: até {eta_time}.][ Algum problema? Ligue para {support_phone}.][ Rastreio: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Seu pedido[ #{order_number}] está pronto para retirada.[ Detalhes: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		delivered:
			'[{brand}: ]Seu pedido[ #{order_number}] foi entregue. Aproveite![ Algo errado? Ligue para {support_phone}.]',
		delayed:
			'[{brand}: ]Atualização da entrega: seu pedido[ #{order_number}] está um pouco atrasado.[ Motivo: {reason}.][ Nova previsão de entrega: {eta_date}.][ Rastreio: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Tentamos entregar seu pedido[ #{order_number}], mas não foi possível.[ Motivo: {reason}.][ Nova previsão de entrega: {eta_date}.][ Detalhes: {tracking}][ Dúvidas? Ligue para {support_phone}.]',
		returned:
			'[{brand}: ]Seu pedido[ #{order_number}] está voltando para a nossa loja.[ Motivo: {reason}.][ Precisa de ajuda? Ligue para {support_phone}.][ Detalhes: {tracking}]',
		cancelled: '[{brand}: ]Seu pedido[ #{order_number}] foi cancelado.[ Dúvidas? Ligue para {support_phone}.]',
		refunded:
			'[{brand}: ]Fizemos o reembolso[ de {refund_amount}] do seu pedido[ #{order_number}]. O valor pode levar alguns dias para aparecer na sua conta.[ Dúvidas? Ligue para {support_phone}.]',
		exception:
			'[{brand}: ]Houve um problema com a entrega do seu pedido[ #{order_number}].[ Motivo: {reason}.][ Precisa de ajuda? Ligue para {support_phone}.][ Detalhes: {tracking}]',
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
};
