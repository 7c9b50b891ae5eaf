package bundle

import "text/template"

// manifestFile is imsmanifest.xml: one organisation with one item, and every file of the course (SCORM 1.2 CAM, 2.3).
var manifestFile = template.Must(template.New("").Funcs(template.FuncMap{"x": template.HTMLEscapeString}).Parse(`<?xml version="1.0" encoding="utf-8"?>
<manifest identifier="casusboek-{{x .ID}}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="casusboek">
    <organization identifier="casusboek">
      <title>{{x .Title}}</title>
      <item identifier="item" identifierref="course">
        <title>{{x .Title}}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="course" type="webcontent" adlcp:scormtype="sco" href="course.html">
{{range .Names}}      <file href="{{x .}}"/>
{{end}}    </resource>
  </resources>
</manifest>
`))
