using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A host and port has one protocol.</summary>
internal sealed class EntryProtocolIsOne : Rule<InContext<ServiceEntry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2877",
        DiagnosticSeverity.Warning,
        "Port {1} of '{0}' has the protocols {2} in the ServiceEntries {3}, and which one applies is undefined.",
        "Give the port the same protocol in all of them, or narrow their exportTo.") { IstioCode = "IST0177" };

    public override void Check(InContext<ServiceEntry> value, Place place)
    {
        if (EntryProtocols.Of(value.Context).Of(place.Key) is { } conflict)
        {
            place.Field("spec").Field("ports").Report(Descriptor, conflict.Host, conflict.Port, conflict.Protocols, conflict.Others);
        }
    }
}
