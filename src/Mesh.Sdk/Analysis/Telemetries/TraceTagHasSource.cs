using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>A tag of traces says where its value comes from.</summary>
internal sealed class TraceTagHasSource : Rule<TracingCustomTag>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2705",
        DiagnosticSeverity.Error,
        "The {0} of the custom tag is empty.",
        "Give '{0}'.");

    public override void Check(TracingCustomTag value, Place place)
    {
        string? field = value switch
        {
            { Literal: { } literal } when string.IsNullOrEmpty(literal.Value) => "literal.value",
            { Header: { } header } when string.IsNullOrEmpty(header.Name) => "header.name",
            { Environment: { } environment } when string.IsNullOrEmpty(environment.Name) => "environment.name",
            { Formatter: { } formatter } when string.IsNullOrEmpty(formatter.Value) => "formatter.value",
            _ => null,
        };
        if (field is not null)
        {
            place.Report(Descriptor, field);
        }
    }
}
