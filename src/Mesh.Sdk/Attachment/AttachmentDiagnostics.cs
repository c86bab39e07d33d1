using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Attachment;

/// <summary>Findings of attaching clusters: MESH4301 to MESH4399.</summary>
internal static class AttachmentDiagnostics
{
    public static readonly DiagnosticDescriptor Name = Error("MESH4301", "The cluster name '{0}' is not a DNS-1123 label, so neither a Secret nor a label can carry it.{1}", "Give the cluster another name in the mesh; its context may keep its own.");

    public static readonly DiagnosticDescriptor Loopback = Error("MESH4302", "The API server of '{0}' is {1}, which is another machine for a control plane than for you.", "Name its address on the network by AttachOptions.Server; in a lab, set AllowsLoopback.");

    public static readonly DiagnosticDescriptor Unreachable = Error("MESH4303", "The cluster '{0}' can't be asked: {1}", "Correct its connection, or wait until it answers, and try again.");

    public static readonly DiagnosticDescriptor Permissions = Error("MESH4304", "On the cluster '{0}' you may not {1}.", "Ask whoever administers it for these permissions, or let them attach it.");

    public static readonly DiagnosticDescriptor HostView = Error("MESH4305", "{0} does not answer as a control plane will ask it, directly and by the certificate authority that it gets: {1}", "Name an address by AttachOptions.Server that hosts reach, or open the way to it.");

    public static readonly DiagnosticDescriptor RegisteredByAnother = Error("MESH4306", "The host '{0}' knows the cluster '{1}' by the Secret {2}, which attaching did not make, and istiod ignores a second one.", "Delete that Secret first if it is outdated.");

    public static readonly DiagnosticDescriptor Version = Error("MESH4307", "The cluster '{0}' runs Kubernetes {1}, and attaching needs {2} for server-side apply.", "Upgrade the cluster.");

    public static readonly DiagnosticDescriptor MissingKinds = Error("MESH4308", "The cluster '{0}' does not serve {1}.", "Install the control plane, or its CustomResourceDefinitions, on that cluster first.");

    public static readonly DiagnosticDescriptor NoToken = Error("MESH4309", "The cluster '{0}' gave no token of the service account {1}: {2}", "Look whether the Secret is one of that service account and whether the cluster fills it; or choose AttachToken.Bound.");

    public static readonly DiagnosticDescriptor WildcardRole = new("MESH4310", DiagnosticSeverity.Warning, "The operator's role lets the service account {1} do anything on the cluster '{0}', and the host holds its token.", "Choose AttachForm.Istio where istiod alone reads the cluster.");

    public static readonly DiagnosticDescriptor Refused = Error("MESH4311", "The cluster '{0}' does not let the service account {1} list its services: {2}", "Look at the role and the binding of that service account; attaching leaves those alone that others made.");

    public static readonly DiagnosticDescriptor Unusable = Error("MESH4312", "The Secret {1} on the host '{0}' holds {2}, so istiod does not register the cluster.", "Attach the cluster again, which puts a token and nothing else into it, or allow that in PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS of istiod.");

    public static readonly DiagnosticDescriptor NamespaceKept = new("MESH4313", DiagnosticSeverity.Info, "The namespace {0} was made by attaching and is kept, as it holds {1}.", "Delete it when nothing in it is needed any more.");

    public static readonly DiagnosticDescriptor SameServer = Error("MESH4314", "The clusters '{0}' and '{1}' are behind the same address, {2}.", "Look whether a context or a kubeconfig stands twice.");

    public static readonly DiagnosticDescriptor NoAuthority = Error("MESH4315", "The connection to '{0}' does not check the server's certificate, so there is no certificate authority to give to the hosts.", "Give the certificate authority in the kubeconfig, or choose AttachToken.LongLived, whose Secret has it.");

    public static readonly DiagnosticDescriptor OldToken = new("MESH4316", DiagnosticSeverity.Info, "{0}", "Revoke it by hand if it may be known to others.");

    private static DiagnosticDescriptor Error(string code, string message, string remedy) => new(code, DiagnosticSeverity.Error, message, remedy);
}
