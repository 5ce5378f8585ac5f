/* Runs before everything else, on any Node however old: no syntax newer than 2009, no import, no require. */
var MINIMUM = [20, 19, 0];
var found = process.version.replace(/^v/, '').split('.');
var tooOld = false;
for (var i = 0; i < 3; i++) {
  var part = parseInt(found[i], 10);
  if (part === MINIMUM[i]) continue;
  tooOld = part < MINIMUM[i];
  break;
}
if (tooOld) {
  console.error('');
  console.error('Atrio: este Node e antigo (' + process.version + '). E preciso o Node ' + MINIMUM.join('.') + ' ou mais novo.');
  console.error('  Instale o Node 20 LTS ou posterior (com nvm: "nvm install"; o arquivo .nvmrc diz a versao) e tente de novo.');
  console.error('Atrio: this Node is too old (' + process.version + '); ' + MINIMUM.join('.') + ' or newer is needed.');
  console.error('  Install Node 20 LTS or later (with nvm: "nvm install") and run the command again.');
  console.error('');
  process.exit(1);
}
