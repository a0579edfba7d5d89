import {
  type ActionIconProps,
  type BadgeProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  type InputWrapperProps,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type MultiSelectProps,
  type PopoverProps,
  type TooltipProps,
} from '@mantine/core'

/** public/theme.js reads the same key before the first paint. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'powernode.theme' })

// Warm greys and one petrol accent. Text has a contrast of at least 4.5:1 on every surface.
const gray: MantineColorsTuple = [
  '#fbfaf8',
  '#f4f3f0',
  '#e9e8e4',
  '#dbd9d5',
  '#c6c4be',
  '#898680',
  '#67635c',
  '#504c47',
  '#36322e',
  '#1f1c19',
]
const dark: MantineColorsTuple = [
  '#e5e4e2',
  '#c5c4c0',
  '#a5a39d',
  '#77746f',
  '#3c3a36',
  '#2d2b27',
  '#22201d',
  '#1a1816',
  '#141210',
  '#0f0d0b',
]
const petrol: MantineColorsTuple = [
  '#eef9fc',
  '#dbf2f7',
  '#b6e4ef',
  '#8dd5e4',
  '#5cc3d9',
  '#299fb7',
  '#0e7d95',
  '#006c84',
  '#00566b',
  '#033e50',
]
const red: MantineColorsTuple = [
  '#fff4f3',
  '#ffe5e4',
  '#ffccca',
  '#ffaaa8',
  '#f87d7c',
  '#e94f50',
  '#cc3333',
  '#b52524',
  '#951f1d',
  '#6f1916',
]
const amber: MantineColorsTuple = [
  '#fffaeb',
  '#fff1cc',
  '#ffe19f',
  '#fdcd68',
  '#f3b539',
  '#dd9824',
  '#ba7419',
  '#9b5916',
  '#7e4412',
  '#603210',
]
const green: MantineColorsTuple = [
  '#f0fcf3',
  '#dcf9e5',
  '#b8f2c9',
  '#91e4aa',
  '#67cd87',
  '#48ad67',
  '#2f894d',
  '#25713e',
  '#1b5b33',
  '#124325',
]

const system = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

const floating = { shadow: 'sm', offset: 4 } as const
const defaults = <Props>(defaultProps: Partial<Props>) => ({ defaultProps })

export const theme = createTheme({
  colors: { gray, dark, petrol, red, amber, green },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#1f1c19',
  fontFamily: system,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontFamily: system,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '22px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects, as `Component.extend` would load every component with the first page.
  components: {
    ActionIcon: defaults<ActionIconProps>({ variant: 'subtle', color: 'gray' }),
    Badge: defaults<BadgeProps>({ tt: 'none' }),
    Button: defaults<ButtonProps>({ size: 'xs' }),
    Drawer: defaults<DrawerProps>({ position: 'right', size: 440, padding: 'lg' }),
    // Fields are required unless their help says optional. An asterisk would become part of the label.
    InputWrapper: defaults<InputWrapperProps>({
      withAsterisk: false,
      inputWrapperOrder: ['label', 'input', 'description', 'error'],
    }),
    // The placeholder that a menu focuses first is not a menu item, which axe reports.
    Menu: defaults<MenuProps>({
      ...floating,
      position: 'bottom-end',
      withInitialFocusPlaceholder: false,
    }),
    Modal: defaults<ModalProps>({ centered: true, padding: 'lg', size: 440 }),
    // Enter selects an option. With the list closed, the browser would submit the form.
    MultiSelect: defaults<MultiSelectProps>({
      onKeyDown: (event) => {
        if (event.key === 'Enter') event.preventDefault()
      },
    }),
    Popover: defaults<PopoverProps>({ ...floating, position: 'bottom-start' }),
    Tooltip: defaults<TooltipProps>({ fz: 'xs' }),
  },
})

/** Overrides of Mantine's variables, and our own for surfaces, lines and field borders. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': red[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-gray-text': gray[7],
    '--mantine-color-gray-light-color': gray[8],
    '--mantine-color-amber-light-color': amber[8],
    '--pn-field': '#918e88',
    '--pn-rail': gray[0],
    '--pn-hover': gray[1],
    '--pn-line': gray[2],
    '--mantine-color-default-border': gray[4],
  },
  dark: {
    '--mantine-color-error': red[4],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-gray-text': dark[1],
    '--mantine-color-amber-light-color': amber[3],
    '--mantine-color-petrol-light': 'rgba(41, 159, 183, 0.16)',
    '--mantine-color-petrol-light-hover': 'rgba(41, 159, 183, 0.24)',
    '--mantine-color-petrol-light-color': petrol[2],
    '--pn-field': '#6f6c67',
    '--pn-rail': dark[8],
    '--pn-hover': dark[6],
    '--pn-line': dark[5],
  },
})
