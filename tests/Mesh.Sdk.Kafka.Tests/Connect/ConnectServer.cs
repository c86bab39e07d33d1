using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mesh.Sdk.Kafka.Tests.Connect;

/// <summary>A worker of Kafka Connect on a real socket. Workers that share a <see cref="ConnectApi"/> are one Connect cluster.</summary>
internal sealed class ConnectServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConnectApi _api;

    public ConnectServer(ConnectApi api)
    {
        _api = api;
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        }

        _listener.Prefixes.Add($"{Address}");
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Gets the requests that came, as <c>METHOD /path</c> with the path as it was sent.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Gets answers that are given instead of the next ones: status and body, or 0 and <c>drop</c> to do the work and break the connection.</summary>
    public ConcurrentQueue<(int Status, string Body)> Instead { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                Asked.Enqueue($"{context.Request.HttpMethod} {context.Request.RawUrl}");
                using StreamReader reader = new(context.Request.InputStream, Encoding.UTF8);
                string body = await reader.ReadToEndAsync();
                if (Instead.TryDequeue(out (int Status, string Body) other) && other.Status != 0)
                {
                    await AnswerAsync(context, other.Status, other.Body);
                    continue;
                }

                (int status, string text) = _api.Answer(context.Request.HttpMethod, context.Request.RawUrl!, context.Request.Headers["Authorization"], body);
                if (other is { Status: 0, Body: "drop" })
                {
                    context.Response.ContentLength64 = 100;
                    await context.Response.OutputStream.WriteAsync("{"u8.ToArray());
                    context.Response.Abort();
                    continue;
                }

                await AnswerAsync(context, status, text);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = text.StartsWith('{') || text.StartsWith('[') ? "application/json" : "text/html";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (status != 204)
        {
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
        }

        context.Response.Close();
    }
}
