import { type Corpus } from './corpus';

export const fr: Corpus = {
	'opt-out': `STOP
Arrêt
arret svp
STOP SMS
ne m'envoyez plus de sms
Je ne veux plus recevoir vos messages
Désabonnez-moi
me désinscrire de la liste
Arrêtez de m'écrire
supprimez mon numéro
Retirez-moi de votre liste svp
Laissez-moi tranquille
mauvais numéro
Vous vous trompez de numéro
plus de pub merci
Merci mais arretez les sms
jveux plus de vos sms
Fichez-moi la paix
Ne me contactez plus
comment se désabonner
Qui vous a donné mon numéro ? Supprimez-le immédiatement
jveux pu recevoir de msg
Conformément au RGPD je demande l'effacement de mes données
Je m'oppose à l'utilisation de mon numéro
arrêtez ou je porte plainte
je ne veux plus de notif
Oubliez-moi
J'exerce mon droit à l'oubli, effacez mes informations
je ne veux plus recevoir ça
Bloquez mon numéro svp`,
	none: `N'arrêtez pas la livraison
Je suis à l'arrêt de bus
Je veux annuler ma commande 12345
C'est quand la fin des soldes ?
Je n'ai pas reçu de message
Merci beaucoup !
Je n'ai plus de questions
Ne livrez pas à mon ancienne adresse
Ne laissez pas le colis devant la porte
Oui
Avez-vous plus d'informations sur la taille ?
N'appelez pas, envoyez un sms
Je suis en arrêt maladie, chez moi toute la journée
À la fin du mois
Le colis est bien arrivé, merci
Non merci
Vous ne m'avez pas envoyé le bon article
Je voudrais annuler ma commande
En fin de semaine ça irait ?
Je n'ai plus besoin de la facture
Pas avant 18h svp
pas de message sur la carte cadeau
Ne livrez pas avant lundi
Mauvaise taille, je peux échanger ?
je descends au prochain stop
Je n'ai pas reçu le message avec le code
je n'ai plus le message avec le lien
Plus de questions, merci
Ne le laissez pas devant la porte`,
	help: `AIDE
aidez-moi svp
contact`,
	'opt-in': `DÉMARRER
m'abonner
réabonnez-moi`,
	'order-question': `Où est ma commande ?
ou est mon colis
Quand vais-je recevoir mon colis ?
numéro de suivi ?
Ma commande 1001 est-elle expédiée ?
toujours rien reçu
Avez-vous expédié ma commande ?
vous livrez quand
colis 99812 il est où
Vous avez envoyé mon paquet ?`,
};
