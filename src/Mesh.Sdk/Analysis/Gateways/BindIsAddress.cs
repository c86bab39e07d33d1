using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A server is bound to an IP address or a Unix socket.</summary>
internal sealed class BindIsAddress : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2517",
        DiagnosticSeverity.Error,
        "bind is '{0}', which is neither an IP address nor unix:// with an absolute path or with '@' and a name.",
        "Set bind to an IP address, or leave it out.");

    public override string VectorId => "GW-BIND";

    public override void Check(Server value, Place place)
    {
        string bind = value.Bind ?? "";
        if (bind.Length > 0 && !(UnixAddress.IsUnix(bind) ? UnixAddress.IsValid(bind) : IstioFormats.IsIpAddress(bind)))
        {
            place.Field("bind").Report(Descriptor, bind);
        }
    }
}
