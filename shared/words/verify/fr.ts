/** What the page that checks receipts says, in French. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: 'Vérifier un tour',
  intro:
    'Chaque tour laisse un reçu. Collez-en un ici et votre propre navigateur recalcule ' +
    'tout le tirage. Rien de ce que vous collez ne quitte cette page.',
  language: 'Langue',
  receipt: 'Le reçu, en JSON ou comme fin de son lien',
  noted: 'J’ai noté le sceau avant de jouer',
  notedHint:
    'Le sceau de votre prochain tour se trouve sous «\u00a0Jeu honnête\u00a0». Si vous ' +
    'l’avez noté, avec la graine client que vous avez donnée, cette page vérifie aussi ' +
    'que personne ne les a échangés.',
  notedSeal: 'Sceau (commitment), 64 chiffres hexadécimaux',
  notedSeed: 'Graine client (client seed), 32 chiffres hexadécimaux',
  check: 'Vérifier',
  noReceipt: 'Ceci n’est pas un reçu',
  noReceiptHint: 'Collez-le en entier\u00a0: il commence par { et finit par }.',
  notHere: 'Impossible de vérifier ici',
  notHereHint: 'Cette page a besoin d’une adresse sécurisée (https) pour calculer SHA-256.',
  noDraw: 'Ce reçu ne peut pas être calculé',
  noDrawHint: 'Ses nombres ne forment pas un tirage.',
  allHolds: 'Tout est exact',
  allHoldsHint: 'Votre navigateur a calculé chaque étape ci-dessous et trouvé ce que dit le reçu.',
  notAll: 'Ce reçu n’est pas exact',
  notAllHint: 'Au moins une étape ci-dessous donne autre chose que ce que dit le reçu.',
  holds: 'Exact',
  fails: 'Inexact',
  seen: 'Le sceau est celui que vous aviez avant le tour',
  seenWhy: 'Le sceau et la graine client du reçu sont ceux que vous aviez notés.',
  commitment: 'La graine du serveur et les chances sont celles scellées',
  commitmentWhy:
    'Un sceau est comme une empreinte digitale\u00a0: changez un seul caractère de la ' +
    'graine ou des chances, et il devient un autre. Votre navigateur a scellé de nouveau ce ' +
    'que montre le reçu, pour comparer.',
  commitmentHow:
    'Le sceau est le SHA-256 de la graine du serveur, du SHA-256 de la table et de la ' +
    'place du tirage.',
  number: 'Le nombre vient des deux graines',
  numberWhy:
    'La graine du serveur et la vôtre, mélangées, donnent un nombre parmi {total}. Aucun ' +
    'des deux ne peut le choisir seul. Le reçu indique {number}.',
  numberHow:
    'Les 8 premiers octets d’un HMAC-SHA256, pris comme entier, modulo la somme des ' +
    'poids. Une valeur dans le reste incomplet de l’intervalle est rejetée, et la manche ' +
    'suivante est essayée.',
  drawn: 'Le nombre tombe sur la case tirée',
  drawnWhy:
    'Chaque lot possède une plage de nombres\u00a0: plus il est probable, plus elle est ' +
    'longue. La ligne qui contient {number} est marquée.',
  drawnHow:
    'Parcourez la table dans l’ordre et retirez chaque poids du nombre, jusqu’à ce qu’il ' +
    'soit plus petit que le poids en cours.',
  slot: 'Ce qui a été tiré a été remis',
  slotWhy: 'La case remise est la case tirée.',
  pity: 'Après de nombreuses pertes, seuls des lots ont été tirés',
  pityWhy:
    'La table le promet, et chaque lot écarté a sa raison avec des compteurs. Que ces ' +
    'compteurs soient vrais n’est pas prouvé.',
  soldOut: 'Le lot tiré était épuisé\u00a0: son remplaçant a été remis',
  soldOutWhy:
    'Le reçu dit que la case tirée est épuisée et remet le remplaçant de la table. Que ' +
    'le stock ait vraiment été vide n’est pas prouvé.',
  notYet: 'Le lot tiré ne pouvait pas encore être remis\u00a0: son remplaçant l’a été',
  notYetWhy:
    'Le reçu dit combien sont libérés, ou ce que contient le budget et ce qui est ' +
    'dépensé. Que ces compteurs soient vrais n’est pas prouvé.',
  prize: 'Lot',
  numbers: 'Nombres',
  chance: 'Chance',
  bytes: 'Chaque octet, pour les programmeurs',
  bytesSealHeld: 'Sceau que vous aviez',
  bytesSeal: 'Sceau du reçu',
  bytesSeedGiven: 'Graine client que vous avez donnée',
  bytesSeed: 'Graine client du reçu',
  bytesTable: 'Table, en texte UTF-8',
  bytesTableHash: 'SHA-256 de la table',
  bytesPlace: 'Place, en texte UTF-8\u00a0: site, game, stream, epoch, index',
  bytesSealed: 'Octets hachés, en hexadécimal\u00a0: graine du serveur, SHA-256 de la table, place',
  bytesComputed: 'Sceau calculé',
  bytesKey: 'Clé, en hexadécimal\u00a0: graine du serveur',
  bytesMessage: 'Message, en texte UTF-8\u00a0: graine client, indice, manche',
  bytesFirst: 'Les 8 premiers octets comme nombre',
  bytesSum: 'Somme des poids tirés',
  bytesNumber: 'Nombre du reçu',
  bytesRejected: 'Valeurs rejetées avant lui',
  bytesWeights: 'Poids dans l’ordre',
  bytesDrawn: 'Case tirée, comptée à partir de 0',
  bytesGiven: 'Case remise, comptée à partir de 0',
  bytesStandIn: 'Case de remplacement de la table',
  bytesDeviations: 'Écarts',
  noSlot: 'cette case n’existe pas',
  proved: 'Ce que cela prouve',
  provedSeed:
    'La graine du serveur et la table des chances étaient fixées avant que votre graine ' +
    'soit connue.',
  provedNumber: 'Le nombre tiré découle des deux graines, et de rien d’autre.',
  provedSlot: 'Le nombre tombe sur la case que nomme le reçu.',
  notProved: 'Ce que cela ne prouve pas',
  notStock: 'Que le stock était vraiment épuisé.',
  notStockWhy:
    'Si un reçu dit que le lot tiré était épuisé, le remplaçant et la raison sont ' +
    'vérifiés. Le rayon de la boutique ne l’est pas.',
  notWithheld: 'Qu’aucune réponse n’a été retenue.',
  notWithheldWhy:
    'Les tirages d’une personne dans un jeu sont numérotés sans trou\u00a0: un tirage ' +
    'caché se voit à l’indice suivant. Un serveur qui cesse pour de bon de répondre ne ' +
    'laisse rien à vérifier.',
  notHeld: 'Que le sceau est celui que vous aviez.',
  notHeldWhy:
    'Cette page ne le compare que si vous l’avez noté avant le tour et saisi plus haut. ' +
    'Le widget le fait de lui-même pour ses propres tours.',
  yourself: 'Ne croyez personne, pas même cette page',
  yourselfWhy:
    'Les vecteurs de test publiés donnent les octets exacts qui sont hachés. Avec eux, ' +
    'vous pouvez écrire un autre vérificateur dans tout langage doté de SHA-256 et de ' +
    'HMAC\u00a0; une quarantaine de lignes suffit.',
  vectors: 'Les vecteurs de test, en JSON',
};
