@echo off
rem Opens Yidi on Windows, by a double-click; the first time it sets everything up.
rem Needs Python 3.11 or newer, with its launcher "py" (the installer of python.org brings it).
setlocal
chcp 65001 >nul
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
  echo Python 3.11 or newer is needed: https://www.python.org/downloads/
  pause
  exit /b 1
)
set PYTHONUTF8=1
py -3 -P "%~dp0packaging\prepare.py" --window
if errorlevel 1 (
  pause
  exit /b 1
)
if "%~1"=="" (
  start "" "%~dp0.venv\Scripts\pythonw.exe" -P -m desktop_app
) else (
  "%~dp0.venv\Scripts\python.exe" -P -m desktop_app %*
)
