import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { CAMPOS, TIPOS } from './campos.js';
import { pronto } from './enviar.js';

const survey = new Model({
  title: 'Ouvidoria',
  showQuestionNumbers: false,
  checkErrorsMode: 'onComplete',
  completeText: 'Enviar',
  elements: [
    { type: 'radiogroup', name: 'tipo', title: 'O que você quer fazer?', isRequired: true, choices: TIPOS.map(([value, text]) => ({ value, text })) },
    ...CAMPOS.map(({ nome, rotulo, longo, type, obrigatorio, so, minimo }) => ({
      type: longo ? 'comment' : 'text',
      name: nome,
      title: rotulo,
      ...(type ? { inputType: type } : {}),
      ...(obrigatorio ? { isRequired: true } : {}),
      ...(minimo ? { validators: [{ type: 'text', minLength: minimo }] } : {}),
      ...(so ? { visibleIf: "{tipo} = 'denuncia'" } : {}),
    })),
    { type: 'checkbox', name: 'termos', title: 'Termos', isRequired: true, choices: ['Li os termos'] },
  ],
});
survey.onComplete.add(({ data }) => void fetch('/enviar', { method: 'POST', body: JSON.stringify(data) }));
survey.onAfterRenderSurvey.add(pronto);
renderSurvey(survey, document.getElementById('app'));
