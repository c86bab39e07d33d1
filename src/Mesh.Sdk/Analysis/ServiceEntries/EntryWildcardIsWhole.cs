using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A wildcard is a whole label.</summary>
internal sealed class EntryWildcardIsWhole : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2406",
        DiagnosticSeverity.Warning,
        "The wildcard of the host '{0}' is not a whole label, and does not do what it seems to.",
        "Give the wildcard as first label of its own, such as *.example.com.");

    public override string VectorId => "SE-HOST-PARTIAL-WILDCARD";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Resolution == ServiceEntryResolution.DynamicDns)
        {
            return;
        }

        for (int i = 0; i < value.Hosts.Count; i++)
        {
            string host = value.Hosts[i] ?? "";
            if (host.Length != 1 && host.Contains('*', StringComparison.Ordinal) && !host.StartsWith("*.", StringComparison.Ordinal))
            {
                place.Field("hosts").Item(i).Report(Descriptor, PublicText.Host(host));
            }
        }
    }
}
