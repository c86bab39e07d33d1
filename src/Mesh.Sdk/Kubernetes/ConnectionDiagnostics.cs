using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes;

/// <summary>Findings about connections to clusters: MESH4101 to MESH4199.</summary>
internal static class ConnectionDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable = Error("MESH4101", "The kubeconfig can't be read: {0}.", "Correct the file, or name another one.");

    public static readonly DiagnosticDescriptor NoFile = Error("MESH4102", "There is no kubeconfig: none of {0} exists.", "Set KUBECONFIG, or name the file.");

    public static readonly DiagnosticDescriptor NoContext = Error("MESH4103", "The kubeconfig has no current-context, and no context is named.", "Name one of its contexts: {0}.");

    public static readonly DiagnosticDescriptor UnknownContext = Error("MESH4104", "There is no context '{0}' in the kubeconfig.{2}", "Name one of its contexts: {1}.");

    public static readonly DiagnosticDescriptor UnknownCluster = Error("MESH4105", "The context names the cluster '{0}', which the kubeconfig does not have.{1}", "Correct the name, or add the cluster.");

    public static readonly DiagnosticDescriptor UnknownUser = Error("MESH4106", "The context names the user '{0}', which the kubeconfig does not have.{1}", "Correct the name, or add the user.");

    public static readonly DiagnosticDescriptor NoServer = Error("MESH4107", "The cluster '{0}' has no server.", "Give the address of its API server, such as 'https://203.0.113.10:6443'.");

    public static readonly DiagnosticDescriptor BadAddress = Error("MESH4108", "'{0}' is not an address that begins with {1}.", "Give an address such as 'https://203.0.113.10:6443'.");

    public static readonly DiagnosticDescriptor NoCredentialFile = Error("MESH4109", "The file '{0}' can't be read.", "Correct the path, which starts at the folder of the kubeconfig, or the rights of the file.");

    public static readonly DiagnosticDescriptor BadCertificate = Error("MESH4110", "The value of {0} is not {1}.", "Give Base64 of PEM text in fields that end in -data, and the path of a PEM file in the others.");

    public static readonly DiagnosticDescriptor HalfCertificate = Error("MESH4111", "The user '{0}' has a client {1} without a client {2}.", "Give both, or neither.");

    public static readonly DiagnosticDescriptor SkipsVerification = new("MESH4112", DiagnosticSeverity.Warning, "The cluster '{0}' is used without checking its certificate, so anyone on the way can read and change all.", "Give its certificate authority, and remove insecure-skip-tls-verify.");

    public static readonly DiagnosticDescriptor ContradictoryTrust = Error("MESH4113", "The cluster '{0}' has a certificate authority and insecure-skip-tls-verify.", "Remove insecure-skip-tls-verify.");

    public static readonly DiagnosticDescriptor TwoMethods = Error("MESH4114", "The user '{0}' has both a token and a password, and Kubernetes takes one.", "Remove one of the two.");

    public static readonly DiagnosticDescriptor BadPlugin = Error("MESH4115", "The credential plugin of the user '{0}' can't be used: {1}.", "Write it as client.authentication.k8s.io/v1 has it: command, apiVersion and interactiveMode.");

    public static readonly DiagnosticDescriptor AuthProvider = Error("MESH4116", "The user '{0}' has an auth-provider, which Kubernetes has removed in 1.26.", "Use the provider's exec plugin instead, such as kubelogin.");

    public static readonly DiagnosticDescriptor NotInCluster = Error("MESH4117", "This process does not run in a pod with a service account: {0}.", "Use a kubeconfig, or give the pod a service account token.");

    public static readonly DiagnosticDescriptor ClientCertificateEnded = new("MESH4118", DiagnosticSeverity.Warning, "The client certificate of the user '{0}' is valid from {1:u} to {2:u} only, so the cluster will refuse it.", "Renew it.");

    public static readonly DiagnosticDescriptor UserlessImpersonation = Error("MESH4119", "The user '{0}' has {1} without 'as'.", "Name the user to act as, too.");

    public static readonly DiagnosticDescriptor ServerWarning = new("MESH4120", DiagnosticSeverity.Warning, "The API server warns: {0}.", "Do what the warning asks for; the server will refuse it in a later version.");

    public static readonly DiagnosticDescriptor AddressWithUser = Error("MESH4121", "The server of the cluster '{0}' has a user or a password in its address, which no API server is told and every message would show.", "Take it out of the address, and give the kubeconfig's user a token, or username and password.");

    private static DiagnosticDescriptor Error(string code, string message, string remedy) =>
        new(code, DiagnosticSeverity.Error, message, remedy);
}
