import { type Corpus } from './corpus';

export const en: Corpus = {
	'opt-out': `STOP
STOP I moved to another provider
stop this is my work phone
Stop.
"stop"
STOP please
stop all
S T O P
STPO
UNSUBSCRIBE
unsuscribe
take me off your list
Remove my number from your database
Please dont text me anymore
thanks, but please stop texting me
Leave me alone!
no more messages pls
Wrong number, sorry
I never signed up for this, stop
how do i unsubscribe from these texts?
Don't contact me again
I no longer wish to receive these messages
quit sending me this stuff
STOP. Thanks, Mike
opt me out please
lose this number
u have the wrong person
Do not call
You have the wrong number, please delete it
how do I get off this list?
Who gave you my number? Delete it.
I've asked you twice now to stop. Last warning.
stp txtin me
Exercising my right to be forgotten: erase all my details
how can i make these texts stop?
Do not send me any more of these
I'd prefer not to get these texts`,
	none: `don't stop the delivery
I'll be at the bus stop at 5
Can you stop by the store?
Is the sale at the end of the week?
I want to cancel my order 12345
when does the sale end
Don't cancel it
I quit smoking, send me gum offers
non-stop flight
Please don't send it to my old address
I have no more questions
do not leave the parcel at the door, text me
I did not get the message
help me choose a size?
Thanks so much, love it!
ok see you tomorrow
Yes
no thanks
Full stop
The driver would not stop at my house
Please don't call, just text me
My number has changed, can I update it?
Can I remove one item from my order?
It never stops raining here lol
What are your opening hours?
I gave you the wrong number, mine ends in 44
Can you cancel item 2 from my order?
It should end up at the right address this time
I did not want the blue one, I ordered red
I got two messages, is it two parcels?
don't send it before Monday please, we are away
wrong size, can I exchange?
I'm waiting at the stop
my phone has no sms pack
Remove my old phone number and add this one
I keep getting the wrong size, I'll report this
I haven't received the message with the code
My phone number is wrong on the order
No more questions, thank you!
please stop by after 6pm`,
	help: `HELP
help me
Help please
info
need help`,
	'opt-in': `START
unstop
Subscribe
JOIN
please start texting me again
sign me up again for the texts`,
	'order-question': `where is my order
Where's my package??
when will it arrive
tracking number?
has it shipped yet
#1001?
order 1001
WISMO
My parcel still hasn't arrived
any update on my delivery?
u sent it yet?
is my stuff on the way`,
};
