import { type Corpus } from './corpus';

export const es: Corpus = {
	'opt-out': `ALTO
Parar
BAJA
stop por favor
no quiero recibir más mensajes
No me manden más sms
dejen de escribirme
Denme de baja por favor
quiero darme de baja
Bórrenme de su lista
Quiten mi numero
déjenme en paz
Número equivocado
se equivocó de número
ya no quiero sus promociones
gracias pero no me envien mas mensajes
No me molesten más
basta ya
no mas msjs
como me doy de baja?
cancelar suscripción
quien les dio mi numero? eliminenlo ya
Solicito la supresión de mis datos conforme al RGPD
Ejerzo mi derecho de oposición
Si siguen mandando mensajes los denuncio
Borrad mi número de vuestra base de datos
estoy harto de sus mensajes
no soy la señora Pérez, borren este num
olvídense de mí
Bloqueen mi número
Alto a los mensajes
marcaron mal, este no es su número
sáquennos de la lista`,
	none: `No paren el envío
Estoy en la parada del autobús
Quiero cancelar mi pedido 12345
¿Cuándo es el fin de las rebajas?
No recibí ningún mensaje
No tengo más preguntas
No lo envíen a mi antigua dirección
Gracias, ya llegó todo
Sí
Es para mí
¿Tienen una talla más baja?
No llamen, mejor manden un mensaje
Para cuando vuelva estaré en casa
No gracias
No dejen el paquete en la puerta
Estoy de baja médica, en casa todo el día
No me han enviado el correcto
Ya no necesito factura
No lo envíen antes del lunes
A fin de mes estoy de viaje
ya no vivo ahí, cambien la dirección
No puedo más con los nervios jaja
Ya no quiero el azul, pónganme el rojo
No he recibido el mensaje con el código
Talla equivocada, puedo cambiarla?
¿Qué hago para recibir el paquete?
mi número para enviar el paquete es el de siempre
Tu pedido está listo, ya lo vi
No tengo más preguntas, gracias
borré el mensaje, me lo reenvían?
No me llamen, mejor un sms
Mi número de portal es el 12`,
	help: `AYUDA
ayuda por favor
info`,
	'opt-in': `INICIAR
alta
quiero suscribirme`,
	'order-question': `¿dónde está mi pedido?
donde esta mi paquete
Cuándo llega mi pedido 1001?
número de seguimiento
Todavía no ha llegado mi paquete
ya enviaron mi pedido?
llega hoy?
para cuando estaría mi pedido
sigo sin recibir nada del pedido
ya viene mi pedido?`,
};
