import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import { crumbs } from '../crumbs.ts'
import type { Setting } from './setting.ts'
import { isSwitch, limitsInWords, valueInWords } from './words.ts'

export const settingPage = (setting: Setting, shown: Shown): PageAnswer => ({
  title: 'Change a setting',
  breadcrumbs: crumbs.settings,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <Form shown={shown} labels={{ value: setting.what }}>
        {isSwitch(setting.unit) ? (
          <Radios
            fieldset={{ legend: { text: setting.what } }}
            items={[1, 0].map(value => ({
              value: String(value),
              text: value === 1 ? 'On' : 'Off',
            }))}
            {...fieldOf(shown, 'value')}
          />
        ) : (
          <Input
            label={{ text: setting.what }}
            hint={{
              text: `From ${limitsInWords(setting)}; now ${valueInWords(setting, setting.value)}`,
            }}
            classes="govuk-input--width-4"
            inputmode="numeric"
            autocomplete="off"
            suffix={setting.unit}
            {...fieldOf(shown, 'value')}
          />
        )}
        <Button text="Change it" preventDoubleClick />
      </Form>
    </div>
  ),
})
