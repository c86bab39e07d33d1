using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A listener without port number listens on a socket.</summary>
internal sealed class SocketListenerHasPath : Rule<SidecarListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2617",
        DiagnosticSeverity.Error,
        "The port of the listener is 0, and bind is '{0}', which is not the path of a socket.",
        "Give 'bind' as unix:///path or unix://@name, or a port number.");

    public override void Check(SidecarListener value, Place place)
    {
        if (value.IsSocket && !(UnixAddress.IsUnix(value.Bind) && UnixAddress.IsValid(value.Bind)))
        {
            place.Field("bind").Report(Descriptor, value.Bind);
        }
    }
}
