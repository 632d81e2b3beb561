# Tildelingsmøtet: det som blir bestemt underveis, og hva det gjør.

allocation-choice-moves = Bytter i alt
allocation-choice-ring = Husstander i en ring
allocation-choice-chain = Husstander i en kjede
allocation-most = høyst { $count }
allocation-no-limit = ingen grense
allocation-overridden = overprøvd av et senere valg
allocation-no-reason = uten begrunnelse
allocation-problem-cap = Velg en grense som gjelder i dette møtet.
allocation-problem-not-solved = Møtet har bestemt noe siden det sist ble regnet ut. Regn på nytt, og se over forslagene før møtet avsluttes.
minutes-limits = Bytter i alt: { $moves }. Husstander i en ring: { $ring }. Husstander i en kjede: { $chain }.
allocation-not-solved-since = Forslagene er fra før det siste møtet bestemte. Regn på nytt før møtet avsluttes.
allocation-why-label = Hvorfor? Det kommer i referatet.
allocation-why-save = Lagre begrunnelsen
allocation-why-named-group = Den navngitte gruppen finner boligen.
offer-problem-named-group = Den navngitte gruppen finner boligen til denne husstanden.
allocation-stays = blir boende
allocation-unmet = Det møtet låste, er ikke med i planen:
allocation-unmet-badge = Låst, ikke gjennomført
allocation-unmet-gone = Husstanden eller boligen er ikke lenger med i møtet.
allocation-unmet-moves = Det flytter alt { $count } leiere, og flere kan ikke flytte i dette møtet.
allocation-unmet-cap = Grensen er nådd: { $cap }.
allocation-unmet-tenant = Den som bor der, flytter ikke.
allocation-unmet-others = Grensene, eller husstander i en mer presserende behovsklasse, gikk foran.
allocation-participants-now = Slik står det nå: { $lines }
