import { type Corpus } from './corpus';

export const ptBR: Corpus = {
	'opt-out': `SAIR
PARE
descadastrar
me descadastra
Para de me mandar mensagem
não quero mais receber sms
Me tira dessa lista
tira meu numero daí
me deixa em paz
numero errado
nao me manda mais msg
Parem de encher o saco
chega de propaganda
vou bloquear esse numero
não conheço essa loja
Remover meu número por favor
obrigado mas não quero mais receber mensagens
pare com isso
Quem te passou meu número? Exclui agora
Conforme a LGPD solicito a exclusão dos meus dados
vou denunciar no procon se continuar mandando
não enche o saco
não sou a Ana, apaga esse num
já pedi 2 vezes: SAIR
ninguém autorizou vcs a me mandar sms
Bloqueia meu número`,
	none: `Não cancela não, eu quero
tô no ponto de ônibus
Quero cancelar meu pedido 12345
Não recebi mensagem nenhuma
Não tenho mais dúvidas
Não entreguem no endereço antigo
Valeu, chegou tudo certinho!
sim
Para minha casa, por favor
Não liga, manda mensagem
Quando acaba a promoção?
para hoje ainda?
Meu pedido chegou com defeito
Pode deixar na portaria
Não, obrigado
Não preciso mais da nota fiscal
Não envia antes de segunda
Endereço errado, é rua Sete 5
pode deixar na portaria
Não toca a campainha, o bebê tá dormindo
Não recebi a mensagem com o código
Troquei de número
Alguém vai estar lá para receber
Não tenho mais dúvidas, obrigado
Não deixa na portaria
Deixa com o vizinho
não quero o azul, quero o vermelho`,
	help: `AJUDA
me ajuda
preciso de ajuda`,
	'opt-in': `INSCREVER
voltar
quero voltar a receber`,
	'order-question': `cadê meu pedido
Onde está meu pedido 1001?
quando chega?
código de rastreio
meu pedido ainda não chegou
já foi enviado?
já saiu pra entrega?
chega hoje?
já mandaram?
quando vocês vão trazer
tá a caminho?`,
};
