import { pt } from './pt';
import { type ReplyWords } from './words';

/** Portuguese as a whole, and what is said in Brazil alone. */
export const ptBR: ReplyWords = {
	...pt,
	language: 'pt-BR',
	optOut: `${pt.optOut} descadastrar_número para_com_isso pare_com_isso parem_com_isso descadastro me_descadastra sai_fora`,
	optOutPhrases: [
		...pt.optOutPhrases,
		'para|pare|parem com .. isso|essas|esses|as|os|essa',
		'me <remove> .. daí|disso|dessa|da|desse|do',
		'me tira|tire|tirem|exclui|exclua|remove|remova',
		'para|pare|parem .. de me? .. perturbar|encher|torrar|ligar|amolar',
		'não|nao|n|ñ .. manda|envia|mande|envie .. mais .. não|nao|nada|msg|mensagem|sms|pra|$?',
		'não|nao|n .. quero .. mais .. não|nao|receber|isso|esse|essa',
		'não|nao conheço|sou .. essa|esse .. pessoa|loja|empresa|cara',
		'me esquece|esqueçam|esqueça',
		'bloquear|bloqueando|denunciar|denunciando|vou_bloquear .. número|vocês|numero|spam|esse',
	],
};
