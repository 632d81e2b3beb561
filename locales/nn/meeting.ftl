# Tildelingsmøtet: det som blir bestemt undervegs, og kva det gjer.

allocation-choice-moves = Byte i alt
allocation-choice-ring = Husstandar i ein ring
allocation-choice-chain = Husstandar i ei kjede
allocation-most = høgst { $count }
allocation-no-limit = inga grense
allocation-overridden = overprøvd av eit seinare val
allocation-no-reason = utan grunngiving
allocation-problem-cap = Vel ei grense som gjeld i dette møtet.
allocation-problem-not-solved = Møtet har bestemt noko sidan det sist vart rekna ut. Rekn på nytt, og sjå over forslaga før møtet blir avslutta.
minutes-limits = Byte i alt: { $moves }. Husstandar i ein ring: { $ring }. Husstandar i ei kjede: { $chain }.
allocation-not-solved-since = Forslaga er frå før det siste møtet bestemte. Rekn på nytt før møtet blir avslutta.
allocation-why-label = Kvifor? Det kjem i referatet.
allocation-why-save = Lagre grunngivinga
allocation-why-named-group = Den namngitte gruppa finn bustaden.
offer-problem-named-group = Den namngitte gruppa finn bustaden til denne husstanden.
allocation-stays = blir buande
allocation-unmet = Det møtet låste, er ikkje med i planen:
allocation-unmet-badge = Låst, ikkje gjennomført
allocation-unmet-gone = Husstanden eller bustaden er ikkje lenger med i møtet.
allocation-unmet-moves = Det flyttar alt { $count } leigarar, og fleire kan ikkje flytte i dette møtet.
allocation-unmet-cap = Grensa er nådd: { $cap }.
allocation-unmet-tenant = Den som bur der, flyttar ikkje.
allocation-unmet-others = Grensene, eller husstandar i ein meir pressande behovsklasse, gjekk føre.
allocation-participants-now = Slik står det no: { $lines }
