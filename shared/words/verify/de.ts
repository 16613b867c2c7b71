/** What the page that checks receipts says, in German. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: 'Eine Drehung prüfen',
  intro:
    'Jede Drehung hinterlässt einen Beleg. Füg ihn hier ein, und dein eigener Browser ' +
    'rechnet die ganze Ziehung nach. Nichts, was du einfügst, verlässt diese Seite.',
  language: 'Sprache',
  receipt: 'Der Beleg, als JSON oder als Ende seines Links',
  noted: 'Ich habe mir das Siegel vor dem Spiel notiert',
  notedHint:
    'Das Siegel deiner nächsten Drehung steht unter „Fair Play“. Wenn du es dir notiert ' +
    'hast, zusammen mit deinem Startwert, prüft diese Seite auch, dass niemand sie ' +
    'vertauscht hat.',
  notedSeal: 'Siegel (commitment), 64 hexadezimale Ziffern',
  notedSeed: 'Dein Startwert (client seed), 32 hexadezimale Ziffern',
  check: 'Prüfen',
  noReceipt: 'Das ist kein Beleg',
  noReceiptHint: 'Füg alles ein: Er beginnt mit { und endet mit }.',
  notHere: 'Hier nicht prüfbar',
  notHereHint: 'Diese Seite braucht eine sichere Adresse (https), um SHA-256 zu berechnen.',
  noDraw: 'Dieser Beleg lässt sich nicht berechnen',
  noDrawHint: 'Seine Zahlen ergeben keine Ziehung.',
  allHolds: 'Alles stimmt',
  allHoldsHint: 'Dein Browser hat jeden Schritt berechnet und gefunden, was der Beleg sagt.',
  notAll: 'Dieser Beleg stimmt nicht',
  notAllHint: 'Mindestens ein Schritt ergibt etwas anderes, als der Beleg sagt.',
  holds: 'Stimmt',
  fails: 'Stimmt nicht',
  seen: 'Es ist das Siegel, das du vor der Drehung hattest',
  seenWhy: 'Siegel und Startwert des Belegs sind die, die du dir notiert hast.',
  commitment: 'Startwert des Servers und Chancen sind die versiegelten',
  commitmentWhy:
    'Ein Siegel ist wie ein Fingerabdruck: Ändert sich ein Zeichen am Startwert oder an den ' +
    'Chancen, wird es ein anderes. Dein Browser hat noch einmal versiegelt, was der Beleg ' +
    'zeigt, und verglichen.',
  commitmentHow:
    'Das Siegel ist SHA-256 über den Startwert des Servers, den SHA-256 der Tabelle und ' +
    'den Platz der Ziehung.',
  number: 'Die Zahl kommt aus beiden Startwerten',
  numberWhy:
    'Der Startwert des Servers und deiner ergeben zusammen eine von {total} Zahlen. Keine ' +
    'Seite kann sie allein bestimmen. Der Beleg nennt die {number}.',
  numberHow:
    'Die ersten 8 Bytes eines HMAC-SHA256 als ganze Zahl, modulo der Summe der Gewichte. ' +
    'Ein Wert im angebrochenen Rest des Bereichs wird verworfen, und es folgt die ' +
    'nächste Runde.',
  drawn: 'Die Zahl fällt auf das gezogene Feld',
  drawnWhy:
    'Jeder Gewinn besitzt ein Stück der Zahlen: je wahrscheinlicher, desto länger. Die ' +
    'Zeile mit der {number} ist markiert.',
  drawnHow:
    'Geh die Tabelle der Reihe nach durch und zieh jedes Gewicht von der Zahl ab, bis ' +
    'sie kleiner ist als das nächste.',
  slot: 'Gegeben wurde, was gezogen wurde',
  slotWhy: 'Das gegebene Feld ist das gezogene.',
  pity: 'Nach vielen Nieten wurde nur aus Gewinnen gezogen',
  pityWhy:
    'Die Tabelle verspricht es, und zu jedem ausgelassenen Gewinn steht ein Grund mit ' +
    'Zählern. Dass diese Zähler wahr sind, ist nicht bewiesen.',
  soldOut: 'Der gezogene Gewinn war vergriffen: Gegeben wurde sein Ersatz',
  soldOutWhy:
    'Der Beleg nennt das gezogene Feld vergriffen und gibt den Ersatz der Tabelle. Dass ' +
    'wirklich keiner mehr da war, ist nicht bewiesen.',
  notYet: 'Der gezogene Gewinn war noch nicht frei: Gegeben wurde sein Ersatz',
  notYetWhy:
    'Der Beleg sagt, wie viele frei sind, oder was das Budget enthält und was verbraucht ' +
    'ist. Dass diese Zähler wahr sind, ist nicht bewiesen.',
  prize: 'Gewinn',
  numbers: 'Zahlen',
  chance: 'Chance',
  bytes: 'Jedes Byte, für Programmierer',
  bytesSealHeld: 'Siegel, das du hattest',
  bytesSeal: 'Siegel im Beleg',
  bytesSeedGiven: 'Startwert, den du gegeben hast',
  bytesSeed: 'Dein Startwert im Beleg',
  bytesTable: 'Tabelle, als UTF-8-Text',
  bytesTableHash: 'SHA-256 der Tabelle',
  bytesPlace: 'Platz, als UTF-8-Text: site, game, stream, epoch, index',
  bytesSealed: 'Gehashte Bytes, hexadezimal: Startwert des Servers, SHA-256 der Tabelle, Platz',
  bytesComputed: 'Berechnetes Siegel',
  bytesKey: 'Schlüssel, hexadezimal: Startwert des Servers',
  bytesMessage: 'Nachricht, als UTF-8-Text: dein Startwert, Index, Runde',
  bytesFirst: 'Die ersten 8 Bytes als Zahl',
  bytesSum: 'Summe der Gewichte',
  bytesNumber: 'Zahl im Beleg',
  bytesRejected: 'Davor verworfene Werte',
  bytesWeights: 'Gewichte der Reihe nach',
  bytesDrawn: 'Gezogenes Feld, ab 0 gezählt',
  bytesGiven: 'Gegebenes Feld, ab 0 gezählt',
  bytesStandIn: 'Ersatzfeld der Tabelle',
  bytesDeviations: 'Abweichungen',
  noSlot: 'kein solches Feld',
  proved: 'Was das beweist',
  provedSeed:
    'Startwert des Servers und Tabelle der Chancen standen fest, bevor dein Startwert ' +
    'bekannt war.',
  provedNumber: 'Die gezogene Zahl folgt aus beiden Startwerten und aus nichts sonst.',
  provedSlot: 'Die Zahl fällt auf das Feld, das der Beleg nennt.',
  notProved: 'Was es nicht beweist',
  notStock: 'Dass der Vorrat wirklich leer war.',
  notStockWhy:
    'Sagt ein Beleg, der gezogene Gewinn sei vergriffen, werden Ersatz und Grund ' +
    'geprüft. Das Regal des Shops nicht.',
  notWithheld: 'Dass keine Antwort zurückgehalten wurde.',
  notWithheldWhy:
    'Die Ziehungen einer Person in einem Spiel sind lückenlos nummeriert, eine ' +
    'versteckte fällt also beim nächsten Index auf. Ein Server, der gar nicht mehr ' +
    'antwortet, lässt nichts zum Prüfen.',
  notHeld: 'Dass es das Siegel ist, das du hattest.',
  notHeldWhy:
    'Diese Seite vergleicht es nur, wenn du es vor der Drehung notiert hast und oben ' +
    'einträgst. Das Widget tut es bei seinen Drehungen von selbst.',
  yourself: 'Trau niemandem, auch dieser Seite nicht',
  yourselfWhy:
    'Die veröffentlichten Testvektoren enthalten genau die Bytes, die gehasht werden. ' +
    'Damit kannst du einen eigenen Prüfer schreiben, in jeder Sprache mit SHA-256 und ' +
    'HMAC; es sind etwa vierzig Zeilen.',
  vectors: 'Die Testvektoren, als JSON',
};
