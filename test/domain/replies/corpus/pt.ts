import { type Corpus } from './corpus';

export const pt: Corpus = {
	'opt-out': `PARAR
Stop se faz favor
cancelar subscrição
não quero receber mais mensagens
Parem de me enviar sms
Removam o meu número
Retirem-me da vossa lista
deixem-me em paz
Número errado
É engano
nao me mandem mais msg
Não me contactem mais
chega de publicidade
Obrigado mas não enviem mais mensagens
Já não tenho interesse
não autorizo o envio de mensagens
como faço para cancelar as mensagens?
Apaguem o meu contacto
Quem vos deu o meu número? Apaguem-no já
como cancelo estas mensagens?
Ao abrigo do RGPD solicito o apagamento dos meus dados
Parem com isto ou faço queixa
farto das vossas mensagens
não sou a D. Maria, apaguem este num
esqueçam-me
ninguém vos autorizou a escrever-me
Bloqueiem o meu número`,
	none: `Não parem a entrega
Estou na paragem do autocarro
Quero cancelar a encomenda 12345
Quando é o fim dos saldos?
Não recebi nenhuma mensagem
Não tenho mais perguntas
Não enviem para a morada antiga
Muito obrigada!
Sim
É para mim
Para quando o novo modelo?
Não liguem, mandem mensagem
Não deixem a encomenda à porta
A encomenda já chegou, obrigado
Não obrigado
Não me enviaram o artigo certo
Quero cancelar a minha encomenda
Morada errada, é a rua Direita 5
a campainha não funciona, liguem
Não toquem à campainha, o bebé dorme
Não enviem antes de segunda
Mudei de número
Vou estar em casa para receber
O que preciso para receber o pedido?
Não recebi a mensagem com o código
Não deixem à porta
Não tenho mais perguntas, obrigado
não quero o azul, quero o vermelho`,
	help: `AJUDA
ajuda por favor
info`,
	'opt-in': `INICIAR
subscrever
quero subscrever
voltar a receber mensagens`,
	'order-question': `Onde está a minha encomenda?
quando chega a encomenda
número de rastreio?
A minha encomenda 1001 já foi enviada?
ainda não recebi a encomenda
chega hoje?
já mandaram?
quando me trazem a encomenda
já vem a caminho?`,
};
