using System.Net.Sockets;
using System.Security.Authentication;

namespace Mesh.Sdk.Kubernetes.Transport;

/// <summary>Says in our words what the network says in many.</summary>
internal static class ConnectionFailures
{
    /// <summary>Tells whether the network failed. Nobody but an <see cref="HttpClient"/> of the user, with a timeout of its own, cancels what we did not.</summary>
    public static bool IsOne(Exception exception) => exception is HttpRequestException or IOException or SocketException or OperationCanceledException;

    public static KubernetesConnectionException Explain(Exception exception, Uri server)
    {
        if (Find<ServerCertificateException>(exception) is { } refused)
        {
            return Unsent(refused.Failure, server, $"{server} is not trusted: {refused.Message}.", RemedyFor(refused.Failure), exception);
        }

        if (Find<AuthenticationException>(exception) is not null)
        {
            return Unsent(KubernetesConnectionFailure.Tls, server, $"TLS with {server} failed.", "Check that the address speaks TLS, and the proxy between.", exception);
        }

        bool wasSent = exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        return wasSent
            ? new(KubernetesConnectionFailure.Interrupted, server, $"The connection to {server} broke before the answer was complete.", "Look whether the change was made, or repeat it with server-side apply, which does no harm.", true, exception)
            : Unsent(KubernetesConnectionFailure.Unreachable, server, $"{server} can't be reached.", "Check the address in the kubeconfig, the network and the proxy.", exception);
    }

    public static KubernetesConnectionException TimedOut(Uri server, TimeSpan timeout, Exception cause) =>
        new(KubernetesConnectionFailure.TimedOut, server, $"{server} gave no answer within {timeout.TotalSeconds:0.###} s.", "Check the cluster and the network, or give more time.", true, cause);

    public static KubernetesConnectionException NotKubernetes(Uri server, string action) =>
        new(KubernetesConnectionFailure.NotKubernetes, server, $"The answer of {server} to {action} is not one of the Kubernetes API.", "Check that the address is that of an API server, and what a proxy between answers.", true, null);

    private static KubernetesConnectionException Unsent(KubernetesConnectionFailure failure, Uri server, string message, string remedy, Exception cause) =>
        new(failure, server, message, remedy, false, cause);

    private static string RemedyFor(KubernetesConnectionFailure failure) => failure switch
    {
        KubernetesConnectionFailure.ExpiredCertificate => "Renew the server's certificate, and check this machine's clock.",
        KubernetesConnectionFailure.WrongServerName => "Use an address that the certificate names, or give one as tls-server-name.",
        _ => "Put the cluster's certificate authority into certificate-authority-data of the kubeconfig.",
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}
