; The setup for Windows: for one person, without an administrator; /S installs silently.
; Takes VERSION, PROGRAM (the folder to install) and SETUP (the file to write).
Unicode true
Target amd64-unicode
!include MUI2.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Outreach"
!define BUNDLE "Outreach.Bundle"

Name "Outreach"
OutFile "${SETUP}"
InstallDir "$LOCALAPPDATA\Programs\Outreach"
RequestExecutionLevel user
SetCompressor zlib
BrandingText "Outreach ${VERSION}"

!define MUI_ICON "${PROGRAM}\outreach.ico"
!define MUI_UNICON "${PROGRAM}\outreach.ico"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$\"$INSTDIR\app\main.py$\""
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Arabic"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "English"

LangString PROGRAM_NAME ${LANG_ARABIC} "سجل التواصل مع المحيط"
LangString PROGRAM_NAME ${LANG_FRENCH} "Registre du dialogue"
LangString PROGRAM_NAME ${LANG_ENGLISH} "Community-outreach register"
LangString BUNDLE_NAME ${LANG_ARABIC} "ملف تبادل"
LangString BUNDLE_NAME ${LANG_FRENCH} "Fichier d’échange"
LangString BUNDLE_NAME ${LANG_ENGLISH} "Exchange file"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section
  ; What an earlier version had and this one has not must not be loaded: all of it goes first.
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\app"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\$(PROGRAM_NAME).lnk" "$INSTDIR\pythonw.exe" \
    '"$INSTDIR\app\main.py"' "$INSTDIR\outreach.ico"
  WriteRegStr HKCU "${KEY}" "Shortcut" "$SMPROGRAMS\$(PROGRAM_NAME).lnk"

  WriteRegStr HKCU "Software\Classes\.outreach" "" "${BUNDLE}"
  WriteRegStr HKCU "Software\Classes\${BUNDLE}" "" "$(BUNDLE_NAME)"
  WriteRegStr HKCU "Software\Classes\${BUNDLE}\DefaultIcon" "" "$INSTDIR\outreach.ico"
  WriteRegStr HKCU "Software\Classes\${BUNDLE}\shell\open\command" "" \
    '"$INSTDIR\pythonw.exe" "$INSTDIR\app\main.py" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Outreach"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\outreach.ico"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; The registers are elsewhere, in the person's own folder: they stay.
  ReadRegStr $0 HKCU "${KEY}" "Shortcut"
  Delete "$0"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "Software\Classes\.outreach"
  DeleteRegKey HKCU "Software\Classes\${BUNDLE}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
