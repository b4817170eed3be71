@echo off
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Lectern.exe" "%~dp0..\app.asar\out\main\lectern.js" %*
