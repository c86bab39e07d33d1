using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The ports of an endpoint are ports of its entry.</summary>
internal sealed class EndpointPortIsOfEntry : Rule<EndpointPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2454",
        DiagnosticSeverity.Error,
        "The endpoint has the port '{0}', which is not the name of a port of the entry.",
        "Use the names of ports[] in ports of the endpoint.");

    public override string VectorId => "WE-PORT-UNKNOWN";

    public override void Check(EndpointPort value, Place place)
    {
        if (value.EntryPorts is { } ports && !ports.Contains(value.Name))
        {
            place.Report(Descriptor, value.Name);
        }
    }
}
